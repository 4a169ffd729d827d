package dev.orchestrator.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests hold together: no field that Kubernetes does not know, no reference to what is not there. */
class ManifestsTest {
    private static final Path KUBERNETES = Path.of("kubernetes");
    private static final Set<String> OURS =
            Set.of("orchestrator-migrations", "orchestrator-api", "orchestrator-worker");
    /** What an installation brings itself. */
    private static final String DATABASE_SECRET = "orchestrator-database";

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    void everyReferenceLeadsToAnObject(String overlay) {
        Manifests manifests = Manifests.of(KUBERNETES.resolve("overlays").resolve(overlay));

        assertThat(manifests.pods().keySet()).containsAll(OURS);
        manifests.pods().forEach((name, pod) -> assertThatPodHoldsTogether(manifests, name, pod));
        assertThat(manifests.all(Service.class))
                .isNotEmpty()
                .allSatisfy(service -> assertThatPortsExist(manifests, service));
        assertThat(manifests.all(PodDisruptionBudget.class))
                .hasSize(2)
                .allSatisfy(budget -> assertThat(
                                podOf(manifests, budget.getSpec().getSelector().getMatchLabels()))
                        .as(Manifests.name(budget))
                        .isPresent());
        assertThat(manifests.all(HorizontalPodAutoscaler.class))
                .allSatisfy(scaler -> assertThat(manifests.find(
                                Deployment.class,
                                scaler.getSpec().getScaleTargetRef().getName()))
                        .isPresent());
        assertThat(manifests.all(Ingress.class)).allSatisfy(ingress -> assertThatBackendsExist(manifests, ingress));
        assertThat(manifests.images).isEqualTo(OURS);
    }

    @Test
    void deploymentsSelectTheirOwnPods() {
        Manifests manifests = Manifests.of(KUBERNETES.resolve("base"));

        assertThat(manifests.all(Deployment.class))
                .hasSize(2)
                .allSatisfy(deployment -> assertThat(
                                deployment.getSpec().getTemplate().getMetadata().getLabels())
                        .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels()));
    }

    @Test
    void theMigrationsGoFirst() {
        Manifests manifests = Manifests.of(KUBERNETES.resolve("base"));

        Job migrations = manifests.find(Job.class, "orchestrator-migrations").orElseThrow();
        assertThat(migrations
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getArgs())
                .containsExactly("db", "upgrade", "heads");
        assertThat(manifests.all(Deployment.class)).allSatisfy(deployment -> {
            Container waiting = deployment
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getInitContainers()
                    .getFirst();
            assertThat(waiting.getImage()).isEqualTo("orchestrator-migrations");
            assertThat(waiting.getArgs()).containsExactly("db", "status", "--wait=600");
        });
    }

    @Test
    void whatLooksAndEndsIsNotCompiledForALongLife() {
        Manifests manifests = Manifests.of(KUBERNETES.resolve("base"));

        assertThat(manifests.pods().values().stream()
                        .flatMap(pod -> containers(pod.getSpec()))
                        .filter(container -> container.getImage().contains("migrations")))
                .hasSize(3)
                .allSatisfy(container -> assertThat(container.getEnv())
                        .anySatisfy(variable -> assertThat(variable.getName() + "=" + variable.getValue())
                                .isEqualTo("JDK_JAVA_OPTIONS=-XX:TieredStopAtLevel=1")));
    }

    @Test
    void aRolloutLeavesTheNumberOfWorkersToTheirScaling() {
        Manifests manifests = Manifests.of(KUBERNETES.resolve("overlays/production"));

        assertThat(manifests.all(HorizontalPodAutoscaler.class))
                .extracting(scaling -> scaling.getSpec().getScaleTargetRef().getName())
                .isNotEmpty()
                .isSubsetOf(manifests.unnumbered);
    }

    @Test
    void everyProgramIsProbedAndHasTimeToStop() {
        Manifests manifests = Manifests.of(KUBERNETES.resolve("base"));

        assertThat(manifests.all(Deployment.class)).allSatisfy(deployment -> {
            PodSpec pod = deployment.getSpec().getTemplate().getSpec();
            Container program = pod.getContainers().getFirst();
            assertThat(program.getReadinessProbe()).isNotNull();
            assertThat(program.getLivenessProbe()).isNotNull();
            assertThat(program.getStartupProbe()).isNotNull();
            // A worker's grace period and its program's shutdown timeout are 20 and 25 seconds.
            assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThan(30);
        });
    }

    @Test
    void aFieldThatKubernetesDoesNotKnowIsRefused() {
        var document = Yaml.documents(KUBERNETES.resolve("base/account.yaml")).getFirst();
        ((ObjectNode) document).put("automountServiceAcountToken", true);

        assertThatThrownBy(() -> Yaml.strict(document, ServiceAccount.class))
                .hasMessageContaining("automountServiceAcountToken");
    }

    private static void assertThatPodHoldsTogether(Manifests manifests, String name, PodTemplateSpec template) {
        PodSpec pod = template.getSpec();
        assertThat(manifests.find(ServiceAccount.class, pod.getServiceAccountName()))
                .as(name)
                .isPresent();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).as(name).isTrue();
        Set<String> volumes = Stream.concat(
                        pod.getVolumes().stream().map(Volume::getName), claims(manifests, name).stream())
                .collect(Collectors.toSet());
        containers(pod).forEach(container -> {
            assertThat(container.getVolumeMounts())
                    .extracting(VolumeMount::getName)
                    .as(name)
                    .isSubsetOf(volumes);
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .as(name)
                    .isFalse();
            assertThat(container.getResources().getLimits()).as(name).containsKey("memory");
            assertThat(container.getResources().getRequests()).as(name).containsKeys("cpu", "memory");
            assertThatSettingsExist(manifests, name, container);
        });
    }

    private static void assertThatSettingsExist(Manifests manifests, String name, Container container) {
        container
                .getEnvFrom()
                .forEach(source -> assertThat(manifests.find(
                                ConfigMap.class, source.getConfigMapRef().getName()))
                        .as(name)
                        .isPresent());
        container.getEnv().stream()
                .filter(variable -> variable.getValueFrom() != null)
                .map(EnvVar::getValueFrom)
                .forEach(source -> {
                    assertThat(source.getSecretKeyRef().getName()).as(name).isEqualTo(DATABASE_SECRET);
                    assertThat(source.getSecretKeyRef().getKey()).as(name).isIn("username", "password");
                });
    }

    @Test
    void theDevelopmentOverlayMakesTheSecretThatPodsRead() {
        assertThat(Manifests.of(KUBERNETES.resolve("overlays/development")).generatedSecrets)
                .containsExactly(DATABASE_SECRET);
    }

    private static void assertThatPortsExist(Manifests manifests, Service service) {
        PodTemplateSpec pod = podOf(manifests, service.getSpec().getSelector())
                .orElseThrow(() -> new AssertionError(Manifests.name(service)));
        List<String> ports = containers(pod.getSpec())
                .flatMap(container -> container.getPorts().stream())
                .map(ContainerPort::getName)
                .toList();
        assertThat(service.getSpec().getPorts())
                .allSatisfy(
                        port -> assertThat(ports).contains(port.getTargetPort().getStrVal()));
    }

    private static void assertThatBackendsExist(Manifests manifests, Ingress ingress) {
        ingress.getSpec().getRules().stream()
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .map(path -> path.getBackend().getService())
                .forEach(backend -> assertThat(manifests
                                .find(Service.class, backend.getName())
                                .orElseThrow()
                                .getSpec()
                                .getPorts())
                        .anySatisfy(port -> assertThat(port.getName())
                                .isEqualTo(backend.getPort().getName())));
    }

    private static Optional<PodTemplateSpec> podOf(Manifests manifests, Map<String, String> selector) {
        return manifests.pods().values().stream()
                .filter(pod -> pod.getMetadata().getLabels().entrySet().containsAll(selector.entrySet()))
                .findFirst();
    }

    private static List<String> claims(Manifests manifests, String owner) {
        return manifests
                .find(StatefulSet.class, owner)
                .map(set -> set.getSpec().getVolumeClaimTemplates().stream()
                        .map((HasMetadata claim) -> Manifests.name(claim))
                        .toList())
                .orElse(List.of());
    }

    private static Stream<Container> containers(PodSpec pod) {
        return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream());
    }
}
