package org.plantdeck.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Debian package, installed into this system and removed again: for root, and on request alone.
 */
@EnabledIfSystemProperty(
        named = "installer.install",
        matches = "true",
        disabledReason = "it changes this system; -Dinstaller.install=true asks for it")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InstallationIT {

    private static Path deb;

    @TempDir private Path home;

    @BeforeAll
    static void find() throws Exception {
        deb = Packages.deb();
        assumeThat(Packages.isRoot()).as("this is root").isTrue();
        assertThat(Path.of("/opt/plantdeck"))
                .as("a PlantDeck that is installed would be taken away; remove it first")
                .doesNotExist();
    }

    @Test
    void afterItsRemovalOnlyWhatUsersMadeIsLeft() throws Exception {
        List<Path> installed;
        String removed;
        Packages.run("dpkg", "-i", deb.toString());
        try {
            installed =
                    Packages.run("dpkg", "-L", "plantdeck")
                            .out()
                            .lines()
                            .map(Path::of)
                            .filter(it -> !Files.isDirectory(it, LinkOption.NOFOLLOW_LINKS))
                            .toList();
            assertThat(installed).contains(Path.of("/usr/bin/plantdeck")).hasSizeGreaterThan(100);
            liveForAMoment();
        } finally {
            removed = Packages.run("dpkg", "-r", "plantdeck").out();
            Packages.run("dpkg", "-P", "plantdeck");
        }
        assertThat(removed)
                .contains(
                        "PlantDeck is removed. What it recorded stays in each user's home, in"
                                + " .local/share/plantdeck.");
        assertThat(installed).noneMatch(it -> Files.exists(it, LinkOption.NOFOLLOW_LINKS));
        assertThat(Path.of("/opt/plantdeck")).doesNotExist();
        assertThat(home.resolve(".local/share/plantdeck/historian.db")).isNotEmptyFile();
    }

    private void liveForAMoment() throws Exception {
        Program plantdeck =
                Program.of(Path.of("/usr/bin/plantdeck"), home)
                        .with("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on -Duser.home=" + home);
        assertThat(plantdeck.run("--version").code()).isZero();
        String[] line =
                Stream.concat(
                                Stream.of("headless", "--set", "simulation.history=0h"),
                                TrialData.ports().stream().flatMap(it -> Stream.of("--set", it)))
                        .toArray(String[]::new);
        plantdeck.live(line);
    }
}
