package org.plantdeck.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every word an operator reads is in the bundle of its package, and no other. */
class BundlesTest {

    private static Stream<DynamicTest> each(Consumer<Bundle> check) throws IOException {
        return Bundle.all().stream()
                .map(it -> DynamicTest.dynamicTest(it.name(), () -> check.accept(it)));
    }

    @Test
    void packagesWithWordsAreFound() throws IOException {
        assertThat(Bundle.all())
                .extracting(Bundle::name)
                .contains("org/plantdeck/app", "org/plantdeck/app/shell");
    }

    @TestFactory
    Stream<DynamicTest> noKeyIsMissing() throws IOException {
        return each(bundle ->
                assertThat(bundle.said())
                        .filteredOn(it -> bundle.keys().stream().noneMatch(it::matches))
                        .isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> noKeyIsUnused() throws IOException {
        return each(
                bundle -> assertThat(bundle.keys()).filteredOn(it -> !bundle.isUsed(it)).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> aClassAsksForTheWordsOfItsOwnPackage() throws IOException {
        return each(bundle ->
                assertThat(bundle.classesWithWords()).filteredOn(it -> !bundle.has(it)).isEmpty());
    }

    @Test
    void aMissingAnUnusedAndABuiltKeyAreTold() {
        Bundle bundle =
                new Bundle(
                        "offence",
                        Set.of("there", "unused", "part-PLC1", "partly"),
                        List.of(
                                """
                                class Offence {
                                    void show() {
                                        label.setText(WORDS.say("there"));
                                        label.setText(WORDS.say(on ? "missing" : "there", "%"));
                                        label.setText(WORDS.say("part-" + name(a, "b"), "PLC1"));
                                        label.setText(WORDS.say("none-" + name));
                                    }
                                }
                                """));
        assertThat(bundle.said())
                .filteredOn(it -> bundle.keys().stream().noneMatch(it::matches))
                .containsExactlyInAnyOrder(
                        new Bundle.Said("missing", false), new Bundle.Said("none-", true));
        assertThat(bundle.keys())
                .filteredOn(it -> !bundle.isUsed(it))
                .containsExactlyInAnyOrder("unused", "partly");
    }
}
