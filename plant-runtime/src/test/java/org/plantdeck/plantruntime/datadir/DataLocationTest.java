package org.plantdeck.plantruntime.datadir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

final class DataLocationTest {

    private static final Path HOME = Path.of("/home/ann");

    private static Path usual(String system, Map<String, String> environment) {
        return new DataLocation(environment, system, HOME).resolve(Optional.empty());
    }

    @Test
    void theOptionComesBeforeTheVariableAndThatBeforeTheSystem() {
        DataLocation location =
                new DataLocation(Map.of("PLANTDECK_DATA", "/var/plant"), "Linux", HOME);

        assertThat(location.resolve(Optional.of(Path.of("/tmp/x/../y"))))
                .isEqualTo(Path.of("/tmp/y"));
        assertThat(location.resolve(Optional.empty())).isEqualTo(Path.of("/var/plant"));
    }

    @Test
    void everySystemHasItsUsualPlace() {
        assertThat(usual("Linux", Map.of())).isEqualTo(HOME.resolve(".local/share/plantdeck"));
        assertThat(usual("Linux", Map.of("XDG_DATA_HOME", "/xdg")))
                .isEqualTo(Path.of("/xdg/plantdeck"));
        assertThat(usual("Linux", Map.of("XDG_DATA_HOME", "relative", "PLANTDECK_DATA", " ")))
                .isEqualTo(HOME.resolve(".local/share/plantdeck"));
        assertThat(usual("Mac OS X", Map.of()))
                .isEqualTo(HOME.resolve("Library/Application Support/PlantDeck"));
        assertThat(usual("Windows 11", Map.of("APPDATA", "/roaming")))
                .isEqualTo(Path.of("/roaming/PlantDeck"));
        assertThat(usual("Windows 11", Map.of()))
                .isEqualTo(HOME.resolve("AppData/Roaming/PlantDeck"));
    }

    @Test
    void theVariableOfTheHomeComesBeforeTheListOfUsers() {
        Map<String, String> other = Map.of("HOME", "/srv/other");
        assertThat(usual("Linux", other)).isEqualTo(Path.of("/srv/other/.local/share/plantdeck"));
        assertThat(usual("Mac OS X", other))
                .isEqualTo(Path.of("/srv/other/Library/Application Support/PlantDeck"));
        assertThat(usual("Windows 11", other)).isEqualTo(HOME.resolve("AppData/Roaming/PlantDeck"));
        assertThat(usual("Linux", Map.of("HOME", "not/absolute")))
                .isEqualTo(HOME.resolve(".local/share/plantdeck"));
    }
}
