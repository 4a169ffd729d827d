package dev.orchestrator.api.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The public face of REST; a difference is a change to be reviewed, accepted by a run with {@code -Dgolden.rewrite=true}. */
@QuarkusTest
@TestProfile(RestProfile.class)
class OpenApiTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/openapi.yaml");

    @Test
    void isAsReviewed() throws IOException {
        String now = when().get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(GOLDEN, now);
        }
        assertThat(now).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void letsTheWebUiOnAnotherOriginSeeErrorsToo() {
        given().header("Origin", "http://localhost:3000")
                .body("[]")
                .post("/api/processes/create_user_group")
                .then()
                .statusCode(510)
                .header("Access-Control-Allow-Origin", equalTo("http://localhost:3000"));
        given().header("Origin", "http://localhost:3000")
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "If-None-Match")
                .options("/api/products/x")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Methods", containsString("PATCH"));
    }
}
