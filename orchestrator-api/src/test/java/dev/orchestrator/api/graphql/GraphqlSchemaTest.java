package dev.orchestrator.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orchestrator.api.ApiDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The schema is a public face: what differs from the file is a change to be reviewed. */
@QuarkusTest
@WithTestResource(ApiDatabase.class)
class GraphqlSchemaTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/schema.graphql");

    /** Set to true, the property writes the file anew instead of comparing with it. */
    private static final String REWRITE = "golden.rewrite";

    @Test
    void isThatOfTheGoldenFile() throws IOException {
        String schema = RestAssured.get("/api/graphql/schema.graphql")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean(REWRITE)) {
            Files.writeString(GOLDEN, schema);
        }

        assertThat(schema).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void canBeExploredInABrowser() {
        RestAssured.get("/q/graphql-ui/").then().statusCode(200).contentType("text/html");
    }
}
