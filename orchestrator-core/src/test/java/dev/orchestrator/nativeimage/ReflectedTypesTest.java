package dev.orchestrator.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.subscription.ProductBlock;
import dev.orchestrator.subscription.SubscriptionModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReflectedTypesTest {
    enum Speed {
        SLOW,
        FAST
    }

    static class Port extends ProductBlock {
        public UUID id;
        public List<Speed> speeds;
    }

    static class Node extends SubscriptionModel {
        public Port management;
        public List<Port> ports;
    }

    record Row(Speed speed) {}

    record Page(List<Row> rows, String name, int count) {}

    @Test
    void followsAModelToItsBlocksAndTheirEnums() {
        assertThat(ReflectedTypes.of(Node.class)).containsExactly(Node.class, Port.class, Speed.class);
    }

    @Test
    void followsAPageToTheRecordsInIt() {
        assertThat(ReflectedTypes.of(Page.class)).containsExactly(Page.class, Row.class, Speed.class);
    }

    @Test
    void leavesLibrariesToThemselves() {
        assertThat(ReflectedTypes.of(UUID.class)).isEmpty();
    }

    @Test
    void isMadeKnownToTheBuilder() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = getClass()
                .getResourceAsStream(
                        "/META-INF/native-image/dev.orchestrator/orchestrator-core/native-image.properties")) {
            properties.load(file);
        }

        assertThat(properties.getProperty("Args")).isEqualTo("--features=" + AuthorsClasses.class.getName());
    }
}
