package dev.orchestrator.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The compose file holds together, and starts things in the order that the database needs. */
class ComposeTest {
    private static final Path DEPLOY = Path.of("").toAbsolutePath();

    /** The fields of the format that ours uses; another one is a slip or needs a look. */
    record Compose(String name, Map<String, Program> services, Map<String, JsonNode> volumes) {}

    /** A service. */
    record Program(
            String image,
            Build build,
            List<String> command,
            String restart,
            Map<String, String> environment,
            @JsonProperty("depends_on") Map<String, Dependency> dependsOn,
            Healthcheck healthcheck,
            List<String> ports,
            List<String> volumes,
            List<String> tmpfs,
            @JsonProperty("read_only") boolean readOnly,
            @JsonProperty("cap_drop") List<String> capDrop,
            @JsonProperty("security_opt") List<String> securityOpt,
            @JsonProperty("stop_grace_period") String stopGracePeriod) {}

    /** How an image is made. */
    record Build(String context, String dockerfile, Map<String, String> args) {}

    /** What another service must have reached. */
    record Dependency(String condition) {}

    /** How a service is asked whether it is well. */
    record Healthcheck(List<String> test, String interval, String timeout, int retries) {}

    private static Compose read() {
        ObjectNode document =
                (ObjectNode) Yaml.documents(DEPLOY.resolve("compose.yaml")).getFirst();
        // Fragments for reuse, which the format leaves to us.
        document.remove(List.of("x-program", "x-database"));
        return Yaml.strict(document, Compose.class);
    }

    @Test
    void startsTheMigrationsBehindTheDatabaseAndTheOthersBehindThem() {
        Compose compose = read();

        assertThat(compose.services().keySet()).isEqualTo(Set.of("postgres", "migrations", "api", "worker"));
        assertThat(compose.services().get("postgres").healthcheck()).isNotNull();
        assertThat(compose.services().get("migrations").dependsOn())
                .isEqualTo(Map.of("postgres", new Dependency("service_healthy")));
        assertThat(compose.services().get("migrations").command()).containsExactly("db", "upgrade", "heads");
        for (String service : List.of("api", "worker")) {
            assertThat(compose.services().get(service).dependsOn())
                    .isEqualTo(Map.of("migrations", new Dependency("service_completed_successfully")));
            assertThat(compose.services().get(service).healthcheck()).isNotNull();
        }
    }

    @Test
    void buildsImagesFromWhatIsThere() {
        List<Build> builds = read().services().values().stream()
                .map(Program::build)
                .filter(build -> build != null)
                .toList();

        assertThat(builds).hasSize(3).allSatisfy(build -> {
            Path context = DEPLOY.resolve(build.context()).normalize();
            assertThat(context.resolve(build.dockerfile())).exists();
            String program = build.args().get("PROGRAM").replaceAll("\\$\\{\\w+:-([^}]*)}", "$1");
            assertThat(context.resolve(program).resolve("pom.xml")).exists();
        });
    }

    @Test
    void givesProgramsNoRightsThatTheyDoNotNeed() {
        assertThat(read().services().values())
                .filteredOn(program -> program.build() != null)
                .allSatisfy(program -> {
                    assertThat(program.readOnly()).isTrue();
                    assertThat(program.capDrop()).containsExactly("ALL");
                    assertThat(program.securityOpt()).containsExactly("no-new-privileges:true");
                });
    }

    @Test
    void namesOnlyVolumesThatItDeclares() {
        Compose compose = read();

        assertThat(compose.services().values())
                .filteredOn(program -> program.volumes() != null)
                .flatExtracting(Program::volumes)
                .extracting(volume -> volume.split(":", 2)[0])
                .isSubsetOf(compose.volumes().keySet());
    }
}
