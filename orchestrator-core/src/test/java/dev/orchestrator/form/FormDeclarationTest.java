package dev.orchestrator.form;

import static dev.orchestrator.form.FormPages.asked;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orchestrator.form.Display.Buttons;
import dev.orchestrator.form.Display.Label;
import dev.orchestrator.form.Display.Summary;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormDeclarationTest {
    record Group(String value) implements Choice {}

    record Untyped(Object anything) {}

    record UnknownItems(List<?> items) {}

    record NoOptions(Group group) {}

    record WithoutText(Label label) {}

    record WithoutValue(@ReadOnly String name) {}

    record BadDefault(@Default("many") int count) {}

    record NullablePrimitive(@Nullable int count) {}

    record SizedNumber(@Size(max = 3) int count) {}

    record BoundedText(@Min(3) String text) {}

    record HiddenNumber(@Hidden int count) {}

    record RadioText(@Radio String text) {}

    record TwoFormats(@LongText @Hidden String text) {}

    record Unchecked(@Future Instant moment) {}

    record Twice(
            @Pattern(regexp = "a.*") @Pattern(regexp = ".*b")
            String text) {}

    record ShownConstraint(@Size(max = 3) Label label) {}

    record Tree(List<Tree> children) {}

    record NestedLabel(Inner inner) {
        record Inner(Label label) {}
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(Untyped.class, "The field anything of Untyped has a type that no field can be made of"),
                Arguments.of(UnknownItems.class, "has a type that no field can be made of"),
                Arguments.of(NoOptions.class, "has no options: give them by choices(Group.class, …)"),
                Arguments.of(WithoutText.class, "has nothing to show: give it by defaults"),
                Arguments.of(WithoutValue.class, "needs a value: give it by defaults"),
                Arguments.of(BadDefault.class, "The default \"many\" does not fit The field count of BadDefault"),
                Arguments.of(NullablePrimitive.class, "can't be null, as a primitive"),
                Arguments.of(SizedNumber.class, "can't have the option \"size\""),
                Arguments.of(BoundedText.class, "can't have the option \"bounds\""),
                Arguments.of(HiddenNumber.class, "can't have the option \"hidden\""),
                Arguments.of(RadioText.class, "can't have the option \"radio\""),
                Arguments.of(TwoFormats.class, "can't be shown both as"),
                Arguments.of(Unchecked.class, "A form can't check @Future"),
                Arguments.of(Twice.class, "the same constraint twice"),
                Arguments.of(ShownConstraint.class, "is only shown; @Size means nothing there"),
                Arguments.of(Tree.class, "The record Tree contains itself"),
                Arguments.of(NestedLabel.class, "has nothing to show"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesAPageThatCouldNotKeepItsPromise(Class<? extends Record> page, String message) {
        Form form = Form.page("Mistake", page);

        assertThatIllegalArgumentException().isThrownBy(() -> asked(form)).withMessageContaining(message);
    }

    @Test
    void refusesOneNameForTwoThings() {
        Form twoFields = Form.page("Twice", fields -> {
            fields.string("note");
            fields.bool("note");
        });
        Form twoChoices = Form.page("Twice", fields -> {
            fields.choice("first", "Colour", Map.of("red", "Red"));
            fields.choice("second", "Colour", Map.of("blue", "Blue"));
        });

        assertThatIllegalArgumentException().isThrownBy(() -> asked(twoFields)).withMessageContaining("note");
        assertThatIllegalArgumentException().isThrownBy(() -> asked(twoChoices)).withMessageContaining("Colour");
    }

    @Test
    void refusesNamesThatTheWebUiCanNotShow() {
        FormPage<?> page = Form.page("Page", fields -> {});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> asked(page.summary("summary", Summary.of("x"))))
                .withMessageContaining("use another one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asked(page.show("keys", new Buttons(null, null))))
                .withMessageContaining("keys");
    }

    @Test
    void refusesASummaryLineOfAnotherWidth() {
        Summary summary = Summary.of("before", "after");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> summary.row("age", 35))
                .withMessageContaining("1 cells for 2 headers");
    }
}
