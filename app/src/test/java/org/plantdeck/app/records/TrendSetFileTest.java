package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.app.records.TrendSetFile.Contents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The file of the trend sets, sound and damaged. */
class TrendSetFileTest {

    private static final TrendSet WHOLE =
            new TrendSet(
                    "Night shift",
                    List.of(List.of("factory/energy/power_consumption"), List.of("a", "b")),
                    new TrendSet.View(
                            Duration.ofHours(8),
                            false,
                            true,
                            Optional.of(Duration.ofMinutes(150)),
                            true));

    @TempDir private Path folder;
    private Path path;
    private TrendSetFile file;

    @BeforeEach
    void aFileInAFolderThatIsNotThereYet() {
        path = folder.resolve("desktop").resolve("trend-sets.json");
        file = new TrendSetFile(path);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(path.getParent())) {
            return all.map(it -> String.valueOf(it.getFileName())).sorted().toList();
        }
    }

    private void holds(String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String mistake() {
        return file.read() instanceof Contents.Damaged(String sentence) ? sentence : "";
    }

    @Test
    void whereThereIsNoFileThereIsNoSet() {
        assertThat(file.read()).isEqualTo(new Contents.Sound(List.of()));
    }

    @Test
    void whatWasSavedIsReadAgainWhole() throws IOException {
        TrendSet plain =
                new TrendSet("Ä \"quoted\"", List.of(), TrendSet.View.live(Duration.ofHours(1)));

        assertThat(file.write(List.of(WHOLE, plain))).isEmpty();

        assertThat(file.read()).isEqualTo(new Contents.Sound(List.of(WHOLE, plain)));
        assertThat(files()).containsExactly("trend-sets.json");
    }

    @Test
    void whatIsNotJsonIsSaidAndKeptBesideTheNewFile() throws IOException {
        holds("{\"version\":1,");

        assertThat(mistake()).contains(path.toString(), "is damaged");
        Path kept = path.resolveSibling("trend-sets.json.damaged-1");
        assertThat(file.write(List.of(WHOLE))).contains(kept);
        assertThat(kept).hasContent("{\"version\":1,");
        assertThat(file.read()).isEqualTo(new Contents.Sound(List.of(WHOLE)));

        holds("[]");
        assertThat(file.write(List.of()))
                .contains(path.resolveSibling("trend-sets.json.damaged-2"));
    }

    @Test
    void whatIsMissingOrWrongIsNamed() throws IOException {
        holds("{\"sets\":[]}");
        assertThat(mistake()).contains("version is missing");
        holds("{\"version\":7,\"sets\":[]}");
        assertThat(mistake()).contains("version 7");
        holds("{\"version\":1,\"sets\":[{\"name\":\"x\",\"range\":\"PT1H\"}]}");
        assertThat(mistake()).contains("axes is missing");
        holds("{\"version\":1,\"sets\":[{\"name\":\"x\",\"axes\":[],\"range\":\"soon\"}]}");
        assertThat(mistake()).contains("Text cannot be parsed");
        holds("{\"version\":1,\"sets\":[{\"name\":\"x\",\"axes\":[],\"range\":\"PT0S\"}]}");
        assertThat(mistake()).contains("PT0S is not longer than nothing");
        holds("");
        assertThat(mistake()).contains("version is missing");
    }

    @Test
    void whereNothingCanBeWrittenTheOldFileStays() throws IOException {
        file.write(List.of(WHOLE));
        Files.createDirectory(path.resolveSibling("trend-sets.json.new"));

        assertThatThrownBy(() -> file.write(List.of())).isInstanceOf(IOException.class);
        assertThat(file.read()).isEqualTo(new Contents.Sound(List.of(WHOLE)));
    }
}
