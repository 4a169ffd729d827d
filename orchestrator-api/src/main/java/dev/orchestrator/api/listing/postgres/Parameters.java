package dev.orchestrator.api.listing.postgres;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The values of one statement, each bound to the {@code $n} that {@link #bind} answers. */
public final class Parameters {
    private final List<Object> values = new ArrayList<>();

    public String bind(String value) {
        return bindValue(value);
    }

    public String bind(long value) {
        return bindValue(value);
    }

    public String bindIds(Collection<UUID> ids) {
        return bindValue(ids.toArray(UUID[]::new));
    }

    public String bindTexts(Collection<String> texts) {
        return bindValue(texts.toArray(String[]::new));
    }

    String bindValue(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    Tuple toTuple() {
        return Tuple.tuple(values);
    }
}
