package dev.orchestrator.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.net.InetAddress;

/** IP addresses in JSON as {@link IpText} has them; Jackson by itself would look up any other text as a host's name. */
final class IpAddressModule {
    private IpAddressModule() {}

    static SimpleModule create() {
        return new SimpleModule("ip-address")
                .addSerializer(new Writer())
                .addDeserializer(InetAddress.class, new Reader());
    }

    private static final class Writer extends StdSerializer<InetAddress> {
        private static final long serialVersionUID = 1;

        Writer() {
            super(InetAddress.class);
        }

        @Override
        public void serialize(InetAddress address, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(IpText.of(address));
        }
    }

    private static final class Reader extends StdDeserializer<InetAddress> {
        private static final long serialVersionUID = 1;

        Reader() {
            super(InetAddress.class);
        }

        @Override
        public InetAddress deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getValueAsString("");
            try {
                return IpText.address(text);
            } catch (IllegalArgumentException wrong) {
                return (InetAddress) context.handleWeirdStringValue(InetAddress.class, text, "%s", wrong.getMessage());
            }
        }
    }
}
