package dev.orchestrator.api.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldNamesTest {
    @Test
    void turnsEachSpellingIntoTheOther() {
        assertThat(FieldNames.snakeCase("lastModifiedAt")).isEqualTo("last_modified_at");
        assertThat(FieldNames.camelCase("last_modified_at")).isEqualTo("lastModifiedAt");
    }

    @Test
    void leavesANameThatIsSpeltSoAlready() {
        assertThat(FieldNames.snakeCase("last_modified_at")).isEqualTo("last_modified_at");
        assertThat(FieldNames.camelCase("lastModifiedAt")).isEqualTo("lastModifiedAt");
    }
}
