package org.plantdeck.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The portable archive that was built, unpacked and started with the Java of this build. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PortableArchiveIT {

    @TempDir private static Path unpacked;
    private static Path launcher;

    @TempDir private Path folder;
    private Path home;

    @BeforeAll
    static void unpack() throws Exception {
        Map<String, String> withRights = Map.of("enablePosixFileAttributes", "true");
        try (FileSystem zip = FileSystems.newFileSystem(Packages.portable(), withRights)) {
            Path root = zip.getPath("/");
            try (Stream<Path> all = Files.walk(root)) {
                for (Path each : all.filter(it -> !it.equals(root)).toList()) {
                    Path to = unpacked.resolve(root.relativize(each).toString());
                    Files.copy(each, to, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        try (Stream<Path> all = Files.list(unpacked)) {
            launcher = all.toList().getFirst().resolve("plantdeck");
        }
    }

    @BeforeEach
    void atHome() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
    }

    /** With the Java 25 that runs this. */
    private Program portable() {
        return Program.of(launcher, home)
                .with("JAVA25_HOME", System.getProperty("java.home"))
                .with("JAVA_TOOL_OPTIONS", "-Duser.home=" + home);
    }

    @Test
    void thePlantRunsAndEndsInOrder() throws Exception {
        Path data = TrialData.make(folder.resolve("data"));
        portable().live("headless", "--data", data.toString());
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void picturesAreDrawnWithoutADisplay() throws Exception {
        Path pictures = folder.resolve("pictures");
        Program.Ended ended =
                portable()
                        .run(
                                "screenshots",
                                pictures.toString(),
                                "--screen",
                                "overview",
                                "--theme",
                                "grey",
                                "--data",
                                TrialData.make(folder.resolve("data")).toString());
        Path picture = pictures.resolve("overview-grey.png");
        assertThat(ended.sentences()).last().isEqualTo(picture.toString());
        assertThat(ended.code()).isZero();
        Packages.assertThatPicture(picture);
    }

    /**
     * In a system of files of its own, in which every Java 25 this machine has is an empty folder.
     */
    @Test
    void withAnOlderJavaItSaysWhatIsMissing() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        String script =
                """
                for java in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/* /opt/java/*; do
                    if grep -qs '^JAVA_VERSION="25' "$java/release"; then
                        mount --bind "$0" "$(readlink -f "$java")" || exit 3
                    fi
                done
                exec "$@"
                """;
        List<String> apart = List.of("unshare", "--mount", "sh", "-c", script, empty.toString());
        assumeThat(Tool.isOnPath("unshare") && Packages.isRoot())
                .as("this is root and unshare is here, to hide every Java 25")
                .isTrue();
        Program bare = Program.of(launcher, home).through(apart);
        Program.Ended ended = bare.run("headless");
        assertThat(ended.sentences()).hasSize(1);
        assertThat(ended.sentences().getFirst())
                .startsWith("plantdeck: no Java 25 found; install one (")
                .endsWith("or set JAVA25_HOME to its folder");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
    }
}
