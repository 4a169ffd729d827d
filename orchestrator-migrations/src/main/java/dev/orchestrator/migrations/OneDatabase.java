package dev.orchestrator.migrations;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Lets a program that was only given the JDBC form of the database's address use the reactive client as well. */
public final class OneDatabase implements ConfigSourceFactory {
    private static final int BEHIND_ALL_OTHERS = 10;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        return value(context, MigrationSettings.REACTIVE_URL).isPresent()
                ? List.of()
                : value(context, MigrationSettings.JDBC_URL)
                        .map(url -> url.replaceFirst("^jdbc:", ""))
                        .<List<ConfigSource>>map(url -> List.of(new PropertiesConfigSource(
                                Map.of(MigrationSettings.REACTIVE_URL, url), "reactive form", BEHIND_ALL_OTHERS)))
                        .orElse(List.of());
    }

    private static Optional<String> value(ConfigSourceContext context, String name) {
        return Optional.ofNullable(context.getValue(name)).map(ConfigValue::getValue);
    }
}
