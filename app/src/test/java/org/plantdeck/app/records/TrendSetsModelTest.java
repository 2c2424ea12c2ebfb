package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Sets that are saved, renamed, deleted and taken back. */
class TrendSetsModelTest {

    private static final TrendSet POWER =
            new TrendSet(
                    "Power",
                    List.of(List.of("factory/energy/power_consumption")),
                    TrendSet.View.live(Duration.ofHours(8)));

    @TempDir private Path folder;
    private Path path;
    private TrendSetsModel model;

    @BeforeEach
    void noneIsSavedYet() {
        path = folder.resolve("trend-sets.json");
        model = new TrendSetsModel(new TrendSetFile(path));
    }

    private List<String> names() {
        return model.saved().stream().map(TrendSet::name).toList();
    }

    @Test
    void everyReadyMadeSetIsOfTagsThatAreStored() {
        TagListModel tags = new TagListModel();
        tags.stored(TagListModel.catalogue());

        for (TrendSet set : TrendSet.readyMade()) {
            assertThat(tags.show(set.axes())).isEmpty();
            assertThat(tags.chosen().stream().map(it -> it.stored().name()))
                    .containsExactlyElementsOf(set.tags());
            assertThat(model.refusal(set.name())).contains("ready-made");
        }
    }

    @Test
    void aTagThatIsNotStoredIsNamed() {
        TagListModel tags = new TagListModel();
        tags.stored(TagListModel.catalogue());

        assertThat(tags.show(List.of(List.of("factory/energy/gone", "factory/energy/demand"))))
                .contains("factory/energy/gone")
                .doesNotContain("demand");
        assertThat(tags.chosen()).hasSize(1);
    }

    @Test
    void whatIsSavedIsThereByNameAndIsTheOneThatIsChosen() {
        assertThat(model.title(POWER)).isEqualTo("Trend sets");
        assertThat(model.save(POWER.named(" zulu "))).isEqualTo("zulu is saved.");
        model.save(POWER);

        assertThat(names()).containsExactly("Power", "zulu");
        assertThat(model.title(POWER.named(""))).isEqualTo("Power");
        assertThat(model.isChosenSaved()).isTrue();
    }

    @Test
    void aSetThatIsNoLongerWhatIsShownSaysSo() {
        model.save(POWER);
        TrendSet other = new TrendSet("", List.of(), POWER.view());

        assertThat(model.title(other)).isEqualTo("Power · changed");
    }

    @Test
    void theSameNameTakesThePlaceOfTheOldSetUntilThatIsUndone() {
        model.save(POWER);
        TrendSet other = new TrendSet("Power", List.of(), POWER.view());

        assertThat(model.save(other)).isEqualTo("Power is saved in the place of the old one.");
        assertThat(model.saved()).containsExactly(other);
        assertThat(model.undo()).isEqualTo("It is as it was.");
        assertThat(model.saved()).containsExactly(POWER);
        assertThat(model.canUndo()).isFalse();
    }

    @Test
    void aNameIsRefusedInWords() {
        model.save(POWER);
        model.save(POWER.named("Other"));

        assertThat(model.refusal("  ")).isEqualTo("Name the set.");
        assertThat(model.refusal("x".repeat(41))).contains("40 letters");
        assertThat(model.refusal("Power")).isEmpty();
        assertThat(model.refusalToRename("Power")).contains("already");
        assertThat(model.refusalToRename("Other")).isEmpty();
    }

    @Test
    void renamingAndDeletingCanBeTakenBack() {
        model.save(POWER);

        assertThat(model.rename("Night")).isEqualTo("Power is Night now.");
        assertThat(names()).containsExactly("Night");
        model.undo();
        assertThat(names()).containsExactly("Power");
        assertThat(model.chosen()).contains(POWER);

        assertThat(model.delete()).isEqualTo("Power is deleted.");
        assertThat(names()).isEmpty();
        assertThat(model.isChosenSaved()).isFalse();
        model.undo();
        assertThat(model.saved()).containsExactly(POWER);
    }

    @Test
    void anotherWindowsSetsAreNotLost() {
        TrendSetsModel other = new TrendSetsModel(new TrendSetFile(path));
        model.save(POWER);
        other.save(POWER.named("Other"));
        model.save(POWER.named("Third"));

        assertThat(names()).containsExactly("Other", "Power", "Third");
    }

    @Test
    void aDamagedFileIsSaidAndWhereItIsKept() throws IOException {
        Files.writeString(path, "nonsense");

        assertThat(model.mistake()).contains("damaged");
        assertThat(model.saved()).isEmpty();
        assertThat(model.save(POWER)).contains("Power is saved.", "kept as", ".damaged-1");
        assertThat(model.mistake()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsSaidAndNothingIsChosen() throws IOException {
        Files.createDirectory(path.resolveSibling("trend-sets.json.new"));

        assertThat(model.save(POWER)).contains("could not be written");
        assertThat(model.chosen()).isEmpty();
    }
}
