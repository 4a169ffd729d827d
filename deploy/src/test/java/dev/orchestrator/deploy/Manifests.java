package dev.orchestrator.deploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a kustomization puts together: the objects of all that it names, and the secrets that it makes. */
final class Manifests {
    private static final List<Class<? extends HasMetadata>> KINDS = List.of(
            ConfigMap.class,
            Deployment.class,
            HorizontalPodAutoscaler.class,
            Ingress.class,
            Job.class,
            Namespace.class,
            PodDisruptionBudget.class,
            Service.class,
            ServiceAccount.class,
            StatefulSet.class);

    final List<HasMetadata> objects = new ArrayList<>();
    final Set<String> generatedSecrets = new HashSet<>();
    final Set<String> images = new HashSet<>();

    /** Deployments whose number of pods a patch takes away. */
    final Set<String> unnumbered = new HashSet<>();

    /** The fields of a kustomization that ours use. */
    record Kustomization(
            String apiVersion,
            String kind,
            String namespace,
            List<JsonNode> labels,
            List<String> resources,
            List<String> components,
            List<Generator> secretGenerator,
            JsonNode generatorOptions,
            List<Image> images,
            List<Patch> patches) {}

    /** A secret that is made from literals. */
    record Generator(String name, List<String> literals) {}

    /** Another name for an image. */
    record Image(String name, String newName, String newTag) {}

    /** Changes to objects. */
    record Patch(String path, @JsonProperty("target") JsonNode target) {}

    static Manifests of(Path folder) {
        Manifests manifests = new Manifests();
        manifests.add(folder);
        return manifests;
    }

    private void add(Path folder) {
        Kustomization kustomization =
                Yaml.strict(Yaml.documents(folder.resolve("kustomization.yaml")).getFirst(), Kustomization.class);
        Stream.of(kustomization.resources(), kustomization.components())
                .flatMap(Manifests::each)
                .map(resource -> folder.resolve(resource).normalize())
                .forEach(path -> {
                    if (path.toFile().isDirectory()) {
                        add(path);
                    } else {
                        Yaml.documents(path).forEach(document -> objects.add(read(path, document)));
                    }
                });
        each(kustomization.secretGenerator()).map(Generator::name).forEach(generatedSecrets::add);
        each(kustomization.images()).map(Image::name).forEach(images::add);
        each(kustomization.patches()).forEach(patch -> check(folder, patch));
    }

    /** A patch without a target names its object, and has to fit that object's kind. */
    private void check(Path folder, Patch patch) {
        Path file = folder.resolve(patch.path());
        if (patch.target() == null) {
            HasMetadata patched = read(file, Yaml.documents(file).getFirst());
            if (find(patched.getClass(), name(patched)).isEmpty()) {
                throw new AssertionError(file + " patches an object that does not exist");
            }
        } else if (objects.stream()
                .noneMatch(object ->
                        object.getKind().equals(patch.target().path("kind").asText()))) {
            throw new AssertionError(file + " patches no object: " + patch.target());
        } else {
            Yaml.documents(file)
                    .getFirst()
                    .findParents("path")
                    .forEach(operation -> noteUnnumbered(operation, patch.target()));
        }
    }

    private void noteUnnumbered(JsonNode operation, JsonNode target) {
        if (operation.path("op").asText().equals("remove")
                && operation.path("path").asText().equals("/spec/replicas")) {
            unnumbered.add(target.path("name").asText());
        }
    }

    private static HasMetadata read(Path file, JsonNode document) {
        String apiVersion = document.path("apiVersion").asText();
        String kind = document.path("kind").asText();
        Class<? extends HasMetadata> type = KINDS.stream()
                .filter(known -> HasMetadata.getKind(known).equals(kind)
                        && HasMetadata.getApiVersion(known).equals(apiVersion))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(file + " has an object of an unknown kind: " + apiVersion + " " + kind));
        return Yaml.strict(document, type);
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends HasMetadata> Optional<T> find(Class<T> type, String name) {
        return all(type).stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst();
    }

    /** The pods that are started, by the name of what starts them. */
    Map<String, PodTemplateSpec> pods() {
        Map<String, PodTemplateSpec> pods = new TreeMap<>();
        all(Deployment.class)
                .forEach(owner -> pods.put(name(owner), owner.getSpec().getTemplate()));
        all(StatefulSet.class)
                .forEach(owner -> pods.put(name(owner), owner.getSpec().getTemplate()));
        all(Job.class).forEach(owner -> pods.put(name(owner), owner.getSpec().getTemplate()));
        return pods;
    }

    static String name(HasMetadata object) {
        return object.getMetadata().getName();
    }

    private static <T> Stream<T> each(List<T> list) {
        return list == null ? Stream.of() : list.stream();
    }
}
