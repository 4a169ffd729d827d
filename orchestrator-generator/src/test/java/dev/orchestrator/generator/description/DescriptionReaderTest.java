package dev.orchestrator.generator.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orchestrator.generator.GeneratorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionReaderTest {
    private static final String GOOD = """
            name: User
            type: User
            tag: USER
            description: A user
            fixed_inputs:
              - name: affiliation
                values: [internal, external]
            product_blocks:
              - name: user
                type: UserBlock
                tag: UB
                description: A user
                fields:
                  - {name: username, type: string, required_from: provisioning, min: 2, max: 40}
                  - {name: address, type: AddressBlock}
              - name: address
                type: AddressBlock
                tag: AB
                description: An address
                fields:
                  - {name: street, type: string}
            """;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("product.yaml"), text);
    }

    @Test
    void readsAProductWithItsVariantsAndItsRoot() throws IOException {
        ProductDescription product = DescriptionReader.read(file(GOOD));

        assertThat(product.products()).containsExactly("User internal", "User external");
        assertThat(product.root().type()).isEqualTo("UserBlock");
        assertThat(product.root().fields().getFirst().presence()).isEqualTo(FieldDescription.Presence.PROVISIONING);
        assertThat(product.root().fields().getLast().blockType()).contains("AddressBlock");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1  | name: User                    | nam: User                       | Unknown key 'nam'; there are description, fixed_inputs, name, product_blocks, tag, type
            2  | type: User                    | type: string                    | 'string' can't be a class: expected capitalised words without spaces, such as UserGroup
            2  | type: User                    | type: Object                    | 'Object' is a class already that the generated code uses; choose another name
            3  | tag: USER                     | tag: a user                     | 'a user' can't be a tag: expected up to 20 capitals, digits and underscores, such as USER_INT
            6  | name: affiliation             | name: class                     | 'class' is a reserved word of Java; choose another name
            7  | values: [internal, external]  | values: [internal, internal]    | 'values' has to be a list of different texts
            7  | values: [internal, external]  | values: [in-1, in 1]            | Two of the 'values' would be the same constant in Java: [in-1, in 1]
            7  | values: [internal, external]  | values: internal                | 'values' has to be a list with at least one item
            6  | values: [internal, external]  | description: where from         | A fixed input needs its 'values': there is a product for each
            9  | name: user                    | name: User Name                 | 'User Name' can't be a name: expected lower-case words with underscores, such as group_name
            9  | name: user                    | name: affiliation               | There are two of the name 'affiliation' here
            10 | type: UserBlock               | type: User                      | There are two classes of the name 'User' here
            15 | type: AddressBlock            | type: strong                    | 'strong' is no type. There are string, integer, long, boolean, uuid, datetime, date, ip_address, ip_prefix, enum, and the types of the product blocks in this file
            14 | required_from: provisioning   | required_from: always           | 'required_from' is initial, provisioning, active or never, not 'always'
            14 | min: 2, max: 40               | min: two                        | 'min' has to be a whole number, not 'two'
            14 | min: 2, max: 40               | min: 50, max: 40                | 'min' is more than 'max'
            14 | min: 2, max: 40               | values: [a]                     | Only an enum has 'values'
            15 | type: AddressBlock            | type: enum                      | An enum needs its 'values'
            15 | type: AddressBlock            | type: boolean, max: 3           | 'boolean' has no 'min' and 'max'; string, integer and long have
            15 | type: AddressBlock            | type: date, required_from: never, min_items: 1 | A list is never missing; leave out 'required_from' and have 'min_items: 0'
            16 | - name: address               | - title: address                | Unknown key 'title'; there are description, fields, name, tag, type
            16 | name: street, type: string    | name: street, type: AddressBlock | AddressBlock contains itself, so it could never be filled in
            21 | name: street, type: string    | name: username, type: integer   | The resource type username is integer in AddressBlock, but string in another block
            21 | name: street, type: string    | name: street, name: road        | 'name' stands here twice
            """)
    void namesTheLineOfAMistake(int line, String good, String bad, String problem) throws IOException {
        Path file = file(GOOD.replaceFirst(Pattern.quote(good), bad));

        assertThatThrownBy(() -> DescriptionReader.read(file))
                .isInstanceOf(GeneratorException.class)
                .hasMessageContaining(file + ", line " + line + ": " + problem);
    }

    @Test
    void namesAllMistakesAtOnce() throws IOException {
        Path file = file(GOOD.replace("name: User", "name:").replace("tag: UB", "tga: UB"));

        assertThatThrownBy(() -> DescriptionReader.read(file))
                .hasMessage(Stream.of(
                                ", line 1: 'name' has to be a text",
                                ", line 9: 'tag' is missing",
                                ", line 11: Unknown key 'tga'; there are description, fields, name, tag, type")
                        .map(problem -> file + problem)
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void namesTheLineWhereItIsNoYaml() throws IOException {
        Path file = file("name: User\ntype: [User\ntag: x\n");

        assertThatThrownBy(() -> DescriptionReader.read(file))
                .isInstanceOf(GeneratorException.class)
                .hasMessageStartingWith(file + ", line 3: this is not YAML: ");
    }

    @Test
    void refusesAFileThatIsMissingOrEmpty() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        Path empty = file("");

        assertThatThrownBy(() -> DescriptionReader.read(missing))
                .isInstanceOf(GeneratorException.class)
                .hasMessage("There is no file " + missing + " with the description of a product");
        assertThatThrownBy(() -> DescriptionReader.read(empty))
                .hasMessage(empty + " is empty; expected the description of a product");
    }

    @Test
    void wantsOneRoot() throws IOException {
        Path file = file(GOOD.replace("name: address, type: AddressBlock", "name: address, type: string"));

        assertThatThrownBy(() -> DescriptionReader.read(file))
                .hasMessageContaining(
                        "One product block has to be the root, and the others parts of it; found as roots: "
                                + List.of("UserBlock", "AddressBlock"));
    }
}
