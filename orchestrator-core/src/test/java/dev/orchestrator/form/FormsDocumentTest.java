package dev.orchestrator.form;

import static dev.orchestrator.form.FormPages.asked;
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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document for authors of forms stays true: its code compiles, and each of its components makes a field. */
class FormsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "forms.md");
    private static final Pattern COMPONENT = Pattern.compile("(?m)^\\| `([^`]+ \\w+)` \\|");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\n(.*?)```");

    private static final String IMPORTS = """
            import dev.orchestrator.form.*;
            import dev.orchestrator.form.Display.*;
            import jakarta.validation.constraints.*;
            import dev.orchestrator.product.IpPrefix;
            import java.math.*;
            import java.net.InetAddress;
            import java.time.*;
            import java.util.*;
            import org.hibernate.validator.constraints.Range;
            import org.hibernate.validator.constraints.UniqueElements;
            """;

    private static final String NAMED_TYPES = """
            enum SyncMode { OK, FAIL }
            record UserGroup(String value) implements Choice {}
            record Port(int number) {}
            """;

    @TempDir
    private Path classes;

    @Test
    void compilesTheExamples() throws IOException {
        List<String> examples = found(EXAMPLE);

        assertThat(examples).hasSize(2);
        assertThat(compile(IMPORTS + String.join("\n", examples))).isEmpty();
    }

    @Test
    void makesAFieldOfEveryComponent() throws Exception {
        List<String> inputs = found(COMPONENT).stream()
                .filter(line -> !isDisplay(line))
                .map(line ->
                        line.startsWith("@ReadOnly") ? line.replace("@ReadOnly", "@ReadOnly @Default(\"1\")") : line)
                .toList();
        assertThat(compile(IMPORTS + NAMED_TYPES + "public record Page(" + String.join(",\n", inputs) + ") {}"))
                .isEmpty();

        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Form form = Form.page("Page", loader.loadClass("Page").asSubclass(Record.class))
                    .choices(loader.loadClass("UserGroup").asSubclass(Choice.class), Map.of("g1", "Alpha"));

            assertThat(asked(form).schema().get("properties"))
                    .hasSameSizeAs(inputs)
                    .hasSizeGreaterThan(25);
        }
    }

    @Test
    void namesEveryDisplay() throws IOException {
        assertThat(found(COMPONENT).stream()
                        .filter(FormsDocumentTest::isDisplay)
                        .map(line -> line.substring(0, line.indexOf(" "))))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Display.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    private static boolean isDisplay(String component) {
        return Stream.of(Display.class.getPermittedSubclasses())
                .anyMatch(display -> component.startsWith(display.getSimpleName() + " "));
    }

    private static List<String> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(DOCUMENT))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** What the compiler has to say about it. */
    private String compile(String source) {
        StringWriter complaints = new StringWriter();
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Page.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        List<String> options = List.of("-proc:none", "-parameters", "-cp", classPath(), "-d", classes.toString());
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
