package dev.orchestrator.migrations.command;

import dev.orchestrator.subscription.SubscriptionModel;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Product models that nobody would write: generations of them, each one unlike the one before, all with the same few names. */
final class RandomModels {
    private static final List<String> TYPES =
            List.of("String", "Integer", "Boolean", "java.util.UUID", "java.time.LocalDate", "Long");
    private static final int PRODUCTS = 5;
    private static final int MODELS = 3;
    private static final int BLOCKS = 6;
    private static final int RESOURCE_TYPES = 10;
    private static final int FIXED_INPUTS = 3;

    private final Random random;
    private final Path folder;
    private final List<Map<String, String>> products = new ArrayList<>();

    private RandomModels(long seed, Path folder) {
        this.random = new Random(seed);
        this.folder = folder;
    }

    /** The models of each generation, by the name of the product. */
    static List<Map<String, Class<? extends SubscriptionModel>>> generations(int number, long seed, Path folder)
            throws IOException {
        RandomModels models = new RandomModels(seed, folder);
        for (int generation = 0; generation < number; generation++) {
            models.write(generation);
        }
        models.compile();
        return models.load();
    }

    private void write(int generation) throws IOException {
        String packageName = "generation" + generation;
        for (int block = 0; block < BLOCKS; block++) {
            write(packageName, "Block" + block, block(block));
        }
        for (int model = 0; model < MODELS; model++) {
            write(packageName, "Model" + model, model(model));
        }
        Map<String, String> names = new HashMap<>();
        for (int product = 0; product < PRODUCTS; product++) {
            if (random.nextInt(4) > 0) {
                names.put("Product " + product, packageName + ".Model" + random.nextInt(MODELS));
            }
        }
        products.add(names);
    }

    private void write(String packageName, String name, String content) throws IOException {
        Path file = folder.resolve(packageName).resolve(name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "package " + packageName + ";\n" + content);
    }

    /** Each has a name that changes now and then; blocks hold blocks of higher numbers only, so there are no circles. */
    private String block(int number) {
        StringBuilder text = new StringBuilder("@dev.orchestrator.product.Block(name = \"Block %d%s\")%n"
                .formatted(number, random.nextInt(5) == 0 ? " renamed" : ""));
        text.append("public class Block%d extends dev.orchestrator.subscription.ProductBlock {%n".formatted(number));
        for (int type = 0; type < RESOURCE_TYPES; type++) {
            if (random.nextInt(3) == 0) {
                String java = TYPES.get(type % TYPES.size());
                boolean list = random.nextInt(4) == 0;
                text.append("    public %s value%d;%n".formatted(list ? "java.util.List<" + java + ">" : java, type));
            }
        }
        for (int nested = number + 1; nested < BLOCKS; nested++) {
            if (random.nextInt(4) == 0) {
                text.append("    public Block%1$d nested%1$d;%n".formatted(nested));
            }
        }
        return text.append("}\n").toString();
    }

    private String model(int number) {
        StringBuilder text = new StringBuilder(
                "public class Model%d extends dev.orchestrator.subscription.SubscriptionModel {%n".formatted(number));
        for (int input = 0; input < FIXED_INPUTS; input++) {
            if (random.nextBoolean()) {
                text.append("    @dev.orchestrator.product.FixedInput public String fixed%d;%n".formatted(input));
            }
        }
        text.append("    public Block%1$d root%1$d;%n".formatted(random.nextInt(BLOCKS / 2)));
        text.append("    public Block%1$d root%1$d;%n".formatted(BLOCKS / 2 + random.nextInt(BLOCKS / 2)));
        return text.append("}\n").toString();
    }

    private void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        CodeSource core = SubscriptionModel.class.getProtectionDomain().getCodeSource();
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-nowarn",
                "-d",
                folder.toString(),
                "-cp",
                Path.of(URI.create(core.getLocation().toString())) + ":" + System.getProperty("java.class.path")));
        try (var sources = Files.walk(folder)) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The made models do not compile");
        }
    }

    private List<Map<String, Class<? extends SubscriptionModel>>> load() throws MalformedURLException {
        ClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, Thread.currentThread().getContextClassLoader());
        return products.stream()
                .map(names -> {
                    Map<String, Class<? extends SubscriptionModel>> models = new HashMap<>();
                    names.forEach((product, name) -> models.put(product, load(loader, name)));
                    return models;
                })
                .toList();
    }

    private static Class<? extends SubscriptionModel> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, true, loader).asSubclass(SubscriptionModel.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A value of the type that the resource type of this name has. */
    static String sample(String resourceType) {
        int number = Integer.parseInt(resourceType.replaceAll("\\D", ""));
        return Arrays.asList("text", "7", "True", "6f1b3f0e-0000-4000-8000-000000000001", "2026-01-31", "70000000000")
                .get(number % TYPES.size());
    }
}
