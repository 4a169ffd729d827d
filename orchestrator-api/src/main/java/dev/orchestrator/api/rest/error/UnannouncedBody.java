package dev.orchestrator.api.rest.error;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import org.jboss.logging.Logger;

/**
 * A body of which nobody has said how long it is. Whoever reads it later would answer by himself when it grows too large, in the
 * middle of reading and without saying why, and then fail at answering again; so it is read here, before all else.
 */
final class UnannouncedBody {
    private static final Logger LOG = Logger.getLogger(UnannouncedBody.class);

    private final RoutingContext context;
    private final long limit;
    private final Buffer read = Buffer.buffer();

    private UnannouncedBody(RoutingContext context, long limit) {
        this.context = context;
        this.limit = limit;
    }

    static boolean isIn(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** Goes on with the body as soon as it is there, or does what is to be done when it has grown over the limit. */
    static void read(RoutingContext context, long limit, Runnable whenTooLarge) {
        UnannouncedBody body = new UnannouncedBody(context, limit);
        HttpServerRequest request = context.request();
        if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaderValues.CONTINUE, true)) {
            context.response().writeContinue();
        }
        request.exceptionHandler(gone -> LOG.debugf(gone, "The body for %s did not come to its end", request.path()))
                .handler(part -> body.take(part, whenTooLarge))
                .endHandler(end -> body.goOn())
                .resume();
    }

    private void take(Buffer part, Runnable whenTooLarge) {
        if (read.length() + part.length() > limit) {
            context.request().handler(null).endHandler(null);
            whenTooLarge.run();
        } else {
            read.appendBuffer(part);
        }
    }

    /** Marked as read, for the routes with a handler of their own for bodies. */
    private void goOn() {
        RoutingContextInternal reader =
                ((RoutingContextInternal) context).visitHandler(RoutingContextInternal.BODY_HANDLER);
        reader.setBody(read);
        context.next();
    }
}
