package dev.orchestrator.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document for authors of models stays true: its code compiles, and its classes and fields make a registry. */
class DomainModelsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "domain-models.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern FIELD_ROW = Pattern.compile("(?m)^\\| (`[A-Z][^|]*) \\| .* \\|$");
    private static final Pattern FIELD = Pattern.compile("`([^`]+ \\w+)`");

    private static final String IMPORTS = """
            import static dev.orchestrator.subscription.SubscriptionLifecycle.*;
            import dev.orchestrator.product.*;
            import dev.orchestrator.subscription.*;
            import jakarta.annotation.Nullable;
            import jakarta.inject.Singleton;
            import java.net.InetAddress;
            import java.time.*;
            import java.util.*;
            """;

    @TempDir
    private Path classes;

    @Test
    void compilesItsExamplesAndRegistersTheirProducts() throws Exception {
        List<String> examples = EXAMPLE.matcher(Files.readString(DOCUMENT))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(examples).hasSize(2);
        ProductRegistry registry = compile(String.join("\n", examples), "BeginnerProducts", ProductCatalog.class);
        assertThat(registry.products()).containsOnlyKeys("User Group", "User internal", "User external");
        assertThat(registry.blocks()).containsOnlyKeys("UserBlock", "UserGroupBlock");
    }

    @Test
    void takesEveryFieldThatItLists() throws Exception {
        List<String> fields = FIELD_ROW
                .matcher(Files.readString(DOCUMENT))
                .results()
                .flatMap(row -> FIELD.matcher(row.group(1)).results())
                .map(match -> match.group(1))
                .toList();

        assertThat(fields).hasSize(14);
        String source = """
                public class UserGroupBlock extends ProductBlock {}
                public class Everything extends ProductBlock { %s }
                public class Model extends SubscriptionModel { public Everything everything; }
                public class Products implements ProductCatalog {
                    public Map<String, Class<? extends SubscriptionModel>> products() { return Map.of("P", Model.class); }
                }
                """.formatted(
                        fields.stream().map(field -> "public " + field + ";").collect(Collectors.joining("\n")));
        ProductRegistry registry = compile(source, "Products", ProductCatalog.class);

        assertThat(registry.block("Everything").fields()).hasSameSizeAs(fields);
    }

    /** Makes the examples nested classes of one, for a source file can't hold several public ones. */
    private ProductRegistry compile(String examples, String catalog, Class<ProductCatalog> type) throws Exception {
        String source = IMPORTS + "public class Page {\nenum Affiliation { INTERNAL, EXTERNAL }\n"
                + examples.replace("public class ", "public static class ") + "}";
        assertThat(complaints(source)).isEmpty();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            ProductCatalog products = loader.loadClass("Page$" + catalog)
                    .asSubclass(type)
                    .getConstructor()
                    .newInstance();
            Map<String, Class<? extends SubscriptionModel>> named = products.products();
            return new ProductRegistry(List.of(() -> named));
        }
    }

    private String complaints(String source) throws IOException {
        StringWriter complaints = new StringWriter();
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Page.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        List<String> options = List.of("-proc:none", "-cp", classPath(), "-d", classes.toString());
        ToolProvider.getSystemJavaCompiler()
                .getTask(complaints, null, null, options, null, List.of(file))
                .call();
        return complaints.toString();
    }

    private static String classPath() {
        return Stream.of("surefire.test.class.path", "java.class.path")
                .map(System::getProperty)
                .filter(path -> path != null)
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }
}
