package dev.orchestrator.api.rest.json;

import dev.orchestrator.api.listing.Page;
import dev.orchestrator.error.ErrorCode;
import dev.orchestrator.error.OrchestratorException;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** A part of a list, its place in the whole as {@code Content-Range: processes 2-4/42}: from, to (without to), total. */
public final class ListReply {
    /** How many items a list has when no range is asked for. */
    public static final int DEFAULT_LENGTH = 1_000;

    private ListReply() {}

    public static Response of(String unit, Page<?> page, List<?> items, String ifNoneMatch) {
        String range = "%s %d-%d/%d".formatted(unit, page.after(), page.after() + items.size(), page.total());
        return EntityTag.reply(items, ifNoneMatch)
                .header("Content-Range", range)
                .build();
    }

    /** The page, unless it was asked for in words that it does not understand. */
    public static <T> Page<T> understood(Page<T> page) {
        if (!page.problems().isEmpty()) {
            throw new OrchestratorException(ErrorCode.INVALID_FILTER, String.join("; ", page.problems()));
        }
        return page;
    }
}
