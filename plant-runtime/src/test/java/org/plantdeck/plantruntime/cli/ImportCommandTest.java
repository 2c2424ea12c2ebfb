package org.plantdeck.plantruntime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code plantdeck import} says, takes in and refuses. */
class ImportCommandTest {

    @TempDir private Path data;
    @TempDir private Path folder;

    private Outcome run(int code, String command, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command, "--data", data.toString()));
        arguments.addAll(List.of(options));
        Outcome outcome = Outcome.of(arguments.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(code);
        return outcome;
    }

    private String file(String... lines) throws Exception {
        return Files.writeString(folder.resolve("in.csv"), String.join("\n", lines) + "\n")
                .toString();
    }

    private List<String> exported(String tags) throws Exception {
        Path out = folder.resolve("out.csv");
        run(0, "export", "--tags", tags, "--out", out.toString());
        return Files.readAllLines(out);
    }

    @Test
    void aFileOfOthersIsShownAndTakenIn() throws Exception {
        String file =
                file(
                        "# made by a press",
                        "Zeit;Druck;Bemerkung",
                        ";bar;",
                        "21.11.2026 07:00:00;5,25;gut",
                        "21.11.2026 07:00:01;n/a;");
        String[] options = {
            file,
            "--skip-lines",
            "1",
            "--units",
            "--map",
            "Druck=press/1/pressure",
            "--ignore-unknown",
            "--absent",
            "n/a",
            "--time-zone",
            "Europe/Vienna"
        };
        List<String> dry = new ArrayList<>(List.of(options));
        dry.add("--dry-run");
        assertThat(run(0, "import", dry.toArray(String[]::new)).out().lines())
                .containsExactly(
                        "cells separated by \";\", decimals behind a comma, times as d.M.yyyy"
                                + " H:mm:ss, without an offset those of Europe/Vienna",
                        "Zeit: time",
                        "Druck: press/1/pressure, 1 values",
                        "Bemerkung: left out");
        assertThat(data).isEmptyDirectory();
        run(0, "import", options);
        assertThat(exported("press/1/pressure"))
                .containsExactly(
                        "timestamp,press/1/pressure",
                        "2026-11-21T06:00:00.000Z,5.25",
                        "2026-11-21T06:00:01.000Z,");
    }

    @Test
    void linesThatCannotBeReadAreSaidAndKeepEverythingOut() throws Exception {
        String file = file("time,it/x", "2026-11-21T06:00:00Z,1", "then,2");
        assertThat(run(1, "import", file).out())
                .isEqualTo("line 3: \"then\" is no time (ISO 8601)\n");
        assertThat(data.resolve("historian.db")).doesNotExist();
        assertThat(run(0, "import", file, "--skip-bad").out()).contains("line 3: ");
        assertThat(exported("it/x")).hasSize(2);
    }

    @Test
    void whatCannotBeMeantIsRefused() throws Exception {
        String file = file("time,x", "2026-11-21T06:00:00Z,1");
        assertThat(run(2, "import", file).err()).contains("The column x is no tag");
        assertThat(run(2, "import", "nowhere.csv").err()).contains("there is no such file");
        assertThat(run(2, "import", file, "--map", "x").err())
                .contains("must say a column and a tag");
        assertThat(run(2, "import", file, "--tag", "x").err()).contains("go together");
        assertThat(run(2, "import", file, "--topic", "t", "--time-format", "QQ{").err())
                .contains("is no format of times");
        assertThat(run(2, "import", file, "--separator", "ab").err()).contains("or tab");
    }
}
