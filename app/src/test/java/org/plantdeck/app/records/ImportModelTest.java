package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.imports.ImportState;
import org.plantdeck.historian.imports.BadLine;
import org.plantdeck.historian.imports.ImportProgress.Step;
import org.plantdeck.historian.imports.ImportRequest;
import org.plantdeck.historian.imports.ImportResult;
import org.plantdeck.historian.imports.ImportResult.Column;
import org.plantdeck.historian.imports.ImportResult.Outcome;
import org.plantdeck.historian.imports.ImportResult.Understood;
import org.plantdeck.historian.imports.ImportResult.Use;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class ImportModelTest {

    private static ImportState ended(Outcome outcome, long bad) {
        return new ImportState.Ended(
                new ImportResult(
                        outcome,
                        new Understood(
                                ';',
                                ',',
                                "ISO 8601",
                                "Europe/Vienna",
                                List.of(
                                        new Column("Zeit", Use.TIME, "", 0),
                                        new Column("Druck", Use.VALUE, "press/pressure", 1_200),
                                        new Column("Notiz", Use.LEFT_OUT, "", 0))),
                        1_300,
                        1_200,
                        Optional.empty(),
                        Optional.empty(),
                        bad == 0 ? List.of() : List.of(new BadLine(7, "it has 2 cells")),
                        bad));
    }

    @Test
    void whatAFileWouldComeToIsSaid() {
        assertThat(ImportModel.words(ended(Outcome.CHECKED, 0)))
                .isEqualTo("1,200 values in 1,300 lines can be imported; nothing is changed yet");
        assertThat(ImportModel.details(ended(Outcome.CHECKED, 101)))
                .containsExactly(
                        "Line 7: it has 2 cells",
                        "and 100 more lines",
                        "Times are read as ISO 8601; without an offset they are of Europe/Vienna",
                        "Zeit is the time",
                        "Druck is press/pressure, 1,200 values",
                        "Notiz is left out");
    }

    @Test
    void whatBecomesOfAnImportIsSaidInWords() {
        assertThat(ImportModel.words(new ImportState.Running(Step.READING, 0.4351, 12_000)))
                .isEqualTo("Reading: 12,000 lines, 43 % of the file");
        assertThat(ImportModel.words(new ImportState.Running(Step.TAKING_IN, 0.5, 12_000)))
                .isEqualTo("Taking in: 50 %");
        assertThat(ImportModel.words(ended(Outcome.IMPORTED, 2)))
                .isEqualTo(
                        "1,200 values of 1,300 lines are in the history; 2 lines could not be"
                                + " read");
        assertThat(ImportModel.words(ended(Outcome.REFUSED, 2)))
                .startsWith("Nothing was imported: 2 lines cannot be read.");
        assertThat(ImportModel.details(ended(Outcome.CANCELLED, 0))).isEmpty();
        assertThat(ImportModel.details(new ImportState.Idle())).isEmpty();
    }

    @Test
    void whatCannotBeImportedIsSaidBefore() {
        assertThat(ImportModel.refusal(" ")).isEqualTo("Name a CSV file to import from.");
        assertThat(ImportModel.refusal("a\0b")).contains("is not the name of a file");
        assertThat(ImportModel.refusal("/data/in.csv")).isEmpty();
    }

    @Test
    void whatIsChosenIsAskedFor() {
        ImportRequest request = ImportModel.request(Path.of("/in.csv"), " ", true, true, false);
        assertThat(request.names().topic()).isEmpty();
        assertThat(request.names().ignoresUnknown()).isTrue();
        assertThat(request.shape().hasUnits()).isTrue();
        assertThat(request.skipsBadLines()).isFalse();
        assertThat(
                        ImportModel.request(Path.of("/in.csv"), " a/b ", false, false, true)
                                .names()
                                .topic())
                .contains("a/b");
    }
}
