package dev.orchestrator.migrations;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Lets the repositories read where the upgrade writes: of the two forms of the database's address one is enough, and what needs no
 * database runs without either.
 */
public final class OneDatabase implements ConfigSourceFactory {
    /** The others say nothing then, or set it to an empty text. */
    private static final int IN_FRONT_OF_ALL_OTHERS = 1000;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (value(context, MigrationSettings.REACTIVE_URL).isPresent()) {
            return List.of();
        }
        String url = value(context, MigrationSettings.JDBC_URL)
                .map(jdbc -> jdbc.replaceFirst("^jdbc:", ""))
                .orElse(MigrationSettings.NO_DATABASE);
        return List.of(new PropertiesConfigSource(
                Map.of(MigrationSettings.REACTIVE_URL, url), "reactive form", IN_FRONT_OF_ALL_OTHERS));
    }

    private static Optional<String> value(ConfigSourceContext context, String name) {
        return Optional.ofNullable(context.getValue(name))
                .map(ConfigValue::getValue)
                .filter(text -> !text.isBlank());
    }
}
