package org.plantdeck.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** The Debian package that was built, unpacked into a folder and used from there. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InstalledCopyIT {

    /** Java ends with an error where it cannot use the cache, and takes no other home. */
    private static final String STRICT = "-XX:AOTMode=on -Duser.home=";

    /** What a Parquet file begins and ends with. */
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    @TempDir private static Path unpacked;

    @TempDir private Path folder;
    private Path home;
    private Program plantdeck;

    @BeforeAll
    static void unpack() throws Exception {
        Packages.unpack(Packages.deb(), unpacked);
        Files.setPosixFilePermissions(unpacked, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @BeforeEach
    void atHome() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        home = Files.createDirectory(folder.resolve("home"));
        plantdeck = installed(home);
    }

    private static Program installed(Path home) {
        return Program.of(unpacked.resolve("opt/plantdeck/bin/plantdeck"), home)
                .with("JAVA_TOOL_OPTIONS", STRICT + home);
    }

    private Path data() throws IOException {
        return TrialData.make(folder.resolve("data"));
    }

    private Path lived() throws Exception {
        Path data = data();
        plantdeck.live("headless", "--data", data.toString());
        return data;
    }

    private void assertThatNothingIsElsewhere() {
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void itSaysItsVersion() throws Exception {
        Program.Ended ended = plantdeck.run("--version");
        assertThat(ended.out()).startsWith("PlantDeck ").hasLineCount(1);
        assertThat(ended.sentences()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThatNothingIsElsewhere();
    }

    /** Else the others, which all ask for the cache, would show nothing of it. */
    @Test
    void aCacheThatDoesNotHoldWouldBeAnError() throws Exception {
        Path image = folder.resolve("image");
        link(unpacked.resolve("opt/plantdeck"), image);
        Path jar = Folders.files(image.resolve("lib/app"), it -> it.startsWith("app-")).getFirst();
        Path changed = Files.copy(jar, folder.resolve("changed.jar"));
        Files.move(changed, jar, StandardCopyOption.REPLACE_EXISTING);
        Program other = Program.of(image.resolve("bin/plantdeck"), home);
        Program.Ended strict = other.with("JAVA_TOOL_OPTIONS", STRICT + home).run("--version");
        assertThat(strict.code()).isEqualTo(1);
        assertThat(strict.out() + strict.err()).contains("Unable to use AOT cache");
        Program.Ended slower = other.run("--version");
        assertThat(slower.out()).startsWith("PlantDeck ").hasLineCount(1);
        assertThat(slower.err()).isEmpty();
    }

    /** The same files under another name. */
    private static void link(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path other = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(other);
                } else {
                    Files.createLink(other, each);
                }
            }
        }
    }

    @Test
    void thePlantRunsFromTheCacheAndEndsInOrder() throws Exception {
        Path data = data();
        assertThat(plantdeck.live("headless", "--data", data.toString()).err())
                .contains("PlantDeck has ended");
        assertThat(data.resolve("historian.db")).isNotEmptyFile();
        assertThatNothingIsElsewhere();
    }

    @Test
    void picturesAreDrawnWithoutADisplay() throws Exception {
        Path pictures = folder.resolve("pictures");
        Program.Ended ended =
                plantdeck.run(
                        "screenshots",
                        pictures.toString(),
                        "--screen",
                        "overview",
                        "--theme",
                        "grey",
                        "--data",
                        data().toString());
        Path picture = pictures.resolve("overview-grey.png");
        assertThat(ended.sentences()).last().isEqualTo(picture.toString());
        assertThat(ended.code()).isZero();
        Packages.assertThatPicture(picture);
        assertThatNothingIsElsewhere();
    }

    @Test
    void itsOwnDirectoryIsInTheHomeOfWhoStartsIt() throws Exception {
        List<String> ports = TrialData.ports();
        String[] line =
                Stream.concat(
                                Stream.of("headless", "--set", "simulation.history=0h"),
                                ports.stream().flatMap(it -> Stream.of("--set", it)))
                        .toArray(String[]::new);
        plantdeck.live(line);
        Path own = home.resolve(".local/share/plantdeck");
        try (Stream<Path> all = Files.walk(home)) {
            assertThat(all.filter(Files::isRegularFile)).allMatch(it -> it.startsWith(own));
        }
        assertThat(own.resolve("historian.db")).exists();
    }

    @Test
    void aHomeThatCannotBeWrittenIsNamed() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
        Program.Ended ended = Packages.asNobody(plantdeck).run("headless");
        assertThat(ended.sentences())
                .containsExactly(
                        "plantdeck: the data directory "
                                + home.resolve(".local/share/plantdeck")
                                + " cannot be written (permission denied); choose another with"
                                + " --data DIR or PLANTDECK_DATA");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void aSettingsFileThatIsBrokenIsNamedWithTheLine() throws Exception {
        Path data = data();
        Path settings = data.resolve("plantdeck.yaml");
        Files.writeString(settings, "log:\n  level: info\nhistorian: [\n");
        Program.Ended ended = plantdeck.run("headless", "--data", data.toString());
        assertThat(ended.sentences()).hasSize(1);
        assertThat(ended.sentences().getFirst())
                .startsWith("plantdeck: " + settings + ", line 4, column 1: this is not YAML");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void aDatabaseOfALaterVersionIsNamed() throws Exception {
        Path data = lived();
        for (String name : List.of("historian.db", "bridge.db", "analytics.db")) {
            Path database = data.resolve(name);
            setVersion(database, 99);
            Program.Ended ended = plantdeck.run("headless", "--data", data.toString());
            assertThat(ended.sentences()).hasSize(1);
            assertThat(ended.sentences().getFirst())
                    .contains(database + " was written by a later PlantDeck; ");
            assertThat(ended.code()).isEqualTo(1);
            setVersion(database, 1);
        }
    }

    private static void setVersion(Path database, int version) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version=" + version);
        }
    }

    @Test
    void theSecondOnADirectorySaysWhoHoldsIt() throws Exception {
        Path data = data();
        try (var first = plantdeck.start("headless", "--data", data.toString())) {
            first.await("ready");
            Program.Ended second = plantdeck.run("headless", "--data", data.toString());
            assertThat(second.sentences()).hasSize(1);
            assertThat(second.sentences().getFirst())
                    .contains(data + " is held by process " + first.process().pid() + " since ");
            assertThat(second.code()).isEqualTo(2);
            assertThat(first.terminate().code()).isEqualTo(Program.TERMINATED);
        }
    }

    @Test
    void anExtensionInTheDataDirectoryIsUsed() throws Exception {
        Path built = Path.of("../historian-parquet/target/plugin");
        assumeThat(built).as("historian-parquet was built beside").isDirectory();
        Path data = lived();
        Path plugins = Files.createDirectory(data.resolve("plugins"));
        for (Path jar : Folders.files(built, it -> it.endsWith(".jar"))) {
            Files.copy(jar, plugins.resolve(jar.getFileName()));
        }
        Path file = folder.resolve("power.parquet");
        Program.Ended ended =
                plantdeck.run(
                        "export",
                        "--tags",
                        "factory/energy/power_consumption",
                        "--out",
                        file.toString(),
                        "--data",
                        data.toString());
        assertThat(ended.sentences()).isEmpty();
        assertThat(ended.code()).isZero();
        byte[] content = Files.readAllBytes(file);
        assertThat(content).hasSizeGreaterThan(500).startsWith(MAGIC);
        assertThat(content).endsWith(MAGIC);
        assertThatNothingIsElsewhere();
    }
}
