package org.plantdeck.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.imageio.ImageIO;

/** What trials of packages have in common. */
final class Packages {

    private static final Path BUILT = Path.of("target").toAbsolutePath();

    private Packages() {}

    /** The Debian package; the test is passed over where none can be made or unpacked. */
    static Path deb() throws IOException {
        assumeThat(Platform.current()).as("this is Linux").isEqualTo(Platform.LINUX);
        assumeThat(Tool.isOnPath("dpkg-deb")).as("dpkg-deb is here").isTrue();
        return only(".deb");
    }

    /** Lays what is in a Debian package into a folder, as it would lie on the system. */
    static void unpack(Path deb, Path folder) throws Exception {
        run("dpkg-deb", "-x", deb.toString(), folder.toString());
    }

    /** The portable archive; the test is passed over where its launcher does not run. */
    static Path portable() throws IOException {
        assumeThat(Platform.current()).as("this is Linux").isEqualTo(Platform.LINUX);
        return only("-portable.zip");
    }

    private static Path only(String ending) throws IOException {
        List<Path> found = Folders.files(BUILT, it -> it.endsWith(ending));
        assertThat(found).as("files *%s in %s", ending, BUILT).hasSize(1);
        return found.getFirst();
    }

    /** Runs a tool of this machine, which must end with 0. */
    static Program.Ended run(String... line) throws Exception {
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", String.join(" ", line), said).isZero();
        return new Program.Ended(0, said, "");
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The same as a user without rights: root may write everywhere. */
    static Program asNobody(Program program) {
        if (!isRoot()) {
            return program;
        }
        assumeThat(Tool.isOnPath("setpriv")).as("setpriv is here").isTrue();
        return program.through(
                List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    }

    /** A picture of a whole screen, with more than a background on it. */
    static void assertThatPicture(Path file) throws IOException {
        assertThat(file).isNotEmptyFile();
        BufferedImage picture = ImageIO.read(Files.newInputStream(file));
        assertThat(picture.getWidth()).isEqualTo(1920);
        assertThat(picture.getHeight()).isEqualTo(1080);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < picture.getWidth(); x += 3) {
            for (int y = 0; y < picture.getHeight(); y += 3) {
                colours.add(picture.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(20);
    }
}
