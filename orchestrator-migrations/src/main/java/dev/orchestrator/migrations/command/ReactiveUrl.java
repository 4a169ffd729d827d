package dev.orchestrator.migrations.command;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;

/** Lets the repositories read where the upgrade writes: one of the two forms of the database's URL is enough. */
public final class ReactiveUrl implements ConfigSourceInterceptor {
    private static final long serialVersionUID = 1L;
    private static final String REACTIVE_URL = "quarkus.datasource.reactive.url";
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue found = context.proceed(name);
        if (found != null || !name.equals(REACTIVE_URL)) {
            return found;
        }
        ConfigValue jdbc = context.proceed(JDBC_URL);
        return jdbc == null || jdbc.getValue() == null
                ? null
                : jdbc.withName(REACTIVE_URL).withValue(jdbc.getValue().replaceFirst("^jdbc:", ""));
    }
}
