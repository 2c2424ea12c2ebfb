package org.plantdeck.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is in the Debian package that was built. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DebianPackageIT {

    private static final long MEGABYTE = 1_000_000;

    @TempDir private static Path unpacked;
    private static Path deb;

    @BeforeAll
    static void unpack() throws Exception {
        deb = Packages.deb();
        Packages.unpack(deb, unpacked);
    }

    @Test
    void whatALinuxSystemAsksForIsInThePackage() throws Exception {
        List<String> listed = Packages.run("dpkg-deb", "-c", deb.toString()).out().lines().toList();
        assertThat(listed)
                .anyMatch(it -> it.endsWith(" ./usr/bin/plantdeck -> /opt/plantdeck/bin/plantdeck"))
                .anyMatch(it ->
                        it.startsWith("-rwxr-xr-x root/root")
                                && it.endsWith(" ./opt/plantdeck/bin/plantdeck"));
        String icons = "icons/hicolor/%1$sx%1$s/apps/plantdeck.png";
        List<String> wanted =
                Stream.concat(
                                Stream.of(16, 24, 32, 48, 64, 128, 256, 512).map(icons::formatted),
                                Stream.of(
                                        "icons/hicolor/scalable/apps/plantdeck.svg",
                                        "applications/plantdeck.desktop",
                                        "man/man1/plantdeck.1.gz",
                                        "doc/plantdeck/copyright"))
                        .map(it -> " ./usr/share/" + it)
                        .toList();
        for (String file : wanted) {
            assertThat(listed)
                    .anyMatch(it -> it.startsWith("-rw-r--r-- root/root") && it.endsWith(file));
        }
    }

    @Test
    void theCopyrightNamesWhatIsThere() throws Exception {
        assumeThat(Boolean.getBoolean("installer.offline"))
                .as("the build was offline (-o), and so has no inventory")
                .isFalse();
        String text = Files.readString(unpacked.resolve("usr/share/doc/plantdeck/copyright"));
        Matcher named = Pattern.compile("/opt/plantdeck/[\\w./-]*\\w").matcher(text);
        List<String> files = named.results().map(it -> it.group().substring(1)).toList();
        assertThat(files)
                .contains(
                        "opt/plantdeck/lib/app/legal",
                        "opt/plantdeck/lib/app/plantdeck.cdx.json",
                        "opt/plantdeck/lib/runtime/legal");
        assertThat(files).allSatisfy(it -> assertThat(unpacked.resolve(it)).exists());
    }

    @Test
    void theMenuEntryIsAsDesktopsReadIt() throws Exception {
        assumeThat(Tool.isOnPath("desktop-file-validate"))
                .as("desktop-file-validate is here (apt-get install desktop-file-utils)")
                .isTrue();
        Path entry = unpacked.resolve("usr/share/applications/plantdeck.desktop");
        assertThat(Packages.run("desktop-file-validate", entry.toString()).out()).isEmpty();
    }

    @Test
    void itIsNotTooLarge() throws IOException {
        assertThat(Files.size(deb)).isLessThanOrEqualTo(120 * MEGABYTE);
        assertThat(Folders.size(unpacked.resolve("opt/plantdeck")))
                .isLessThanOrEqualTo(200 * MEGABYTE);
    }
}
