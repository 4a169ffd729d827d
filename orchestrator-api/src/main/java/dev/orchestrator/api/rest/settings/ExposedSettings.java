package dev.orchestrator.api.rest.settings;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The orchestrator's own settings as they are in force, without what must stay secret. */
@Singleton
class ExposedSettings {
    private static final String OURS = "orchestrator.";
    private static final String MASK = "**********";
    private static final List<String> SECRETS = List.of("password", "secret", "token", "key", "credential");

    private final Config config;

    ExposedSettings(Config config) {
        this.config = config;
    }

    /** A group of settings. */
    @Schema(name = "SettingsExposedSchema")
    record Group(String name, List<Variable> variables) {}

    /** One setting. */
    @Schema(name = "SettingsEnvVariablesSchema")
    record Variable(String envName, String envValue) {}

    List<Group> groups() {
        TreeSet<String> names = new TreeSet<>();
        config.getPropertyNames().forEach(name -> {
            if (name.startsWith(OURS)) {
                names.add(name);
            }
        });
        List<Variable> variables = new ArrayList<>();
        names.forEach(name -> variables.add(new Variable(name, value(name))));
        return variables.isEmpty() ? List.of() : List.of(new Group("Orchestrator", variables));
    }

    private String value(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return SECRETS.stream().anyMatch(lowerCase::contains)
                ? MASK
                : config.getConfigValue(name).getValue();
    }
}
