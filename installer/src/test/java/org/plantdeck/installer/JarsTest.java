package org.plantdeck.installer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

class JarsTest {

    private static final String LIBRARY = System.mapLibraryName("sqlitejdbc");

    @TempDir private Path folder;

    private Path jar(String name, String... entries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        Attributes digest = new Attributes();
        digest.putValue("SHA-256-Digest", "of a class");
        manifest.getEntries().put("a/A.class", digest);
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream file = new JarOutputStream(out, manifest)) {
            for (String entry : entries) {
                file.putNextEntry(new JarEntry(entry));
                file.write(entry.getBytes(StandardCharsets.UTF_8));
                file.closeEntry();
            }
        }
        return jar;
    }

    private static List<String> entries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(JarEntry::getName).toList();
        }
    }

    @Test
    void aSignatureGoesWithItsDigestsAndAllElseStays() throws Exception {
        Path jar =
                jar(
                        "signed-1.jar",
                        "META-INF/BC.SF",
                        "META-INF/BC.RSA",
                        "META-INF/LICENSE",
                        "META-INF/versions/9/a/A.class",
                        "a/A.class");
        new Jars(folder).slim();
        assertThat(entries(jar))
                .containsExactly(
                        "META-INF/MANIFEST.MF",
                        "META-INF/LICENSE",
                        "META-INF/versions/9/a/A.class",
                        "a/A.class");
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.getManifest().getEntries()).isEmpty();
            assertThat(file.isMultiRelease()).isTrue();
            assertThat(file.getInputStream(file.getEntry("a/A.class")).readAllBytes())
                    .isEqualTo("a/A.class".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void ofSqliteTheLibraryOfThisSystemLiesBesideTheJars() throws Exception {
        String processor = System.getProperty("os.arch");
        String here =
                "org/sqlite/native/%s/%s/%s"
                        .formatted(
                                switch (Platform.current()) {
                                    case LINUX -> "Linux";
                                    case MAC -> "Mac";
                                    case WINDOWS -> "Windows";
                                },
                                processor.equals("amd64") ? "x86_64" : processor,
                                LIBRARY);
        Path jar =
                jar(
                        "sqlite-jdbc-3.jar",
                        here,
                        "org/sqlite/native/Elsewhere/z80/" + LIBRARY,
                        "org/sqlite/JDBC.class");
        new Jars(folder).slim();
        assertThat(entries(jar)).containsExactly("META-INF/MANIFEST.MF", "org/sqlite/JDBC.class");
        assertThat(folder.resolve(LIBRARY)).hasContent(here);
    }

    @Test
    void flagsThatNoScreenShowsStayBehind() throws Exception {
        Path jar =
                jar(
                        "tilesfx-21.jar",
                        "eu/hansolo/tilesfx/icons/014-wales.png",
                        "eu/hansolo/tilesfx/tilesfx.css");
        new Jars(folder).slim();
        assertThat(entries(jar))
                .containsExactly("META-INF/MANIFEST.MF", "eu/hansolo/tilesfx/tilesfx.css");
    }

    @Test
    void aJarWithoutAnyOfThemIsLeftAsItIs() throws Exception {
        Path jar = jar("plain-1.jar", "a/A.class");
        byte[] before = Files.readAllBytes(jar);
        new Jars(folder).slim();
        assertThat(Files.readAllBytes(jar)).isEqualTo(before);
    }

    @Test
    void noticesAreTakenFromTheRootAndMetaInfAlone() throws Exception {
        jar(
                "noted-1.jar",
                "LICENSE.txt",
                "META-INF/NOTICE",
                "deep/down/LICENSE",
                "a/License.class");
        Path legal = folder.resolve("legal");
        assertThat(new Notices(folder, legal).copy()).isEqualTo(2);
        assertThat(legal.resolve("noted-1/LICENSE.txt")).hasContent("LICENSE.txt");
        assertThat(legal.resolve("noted-1/META-INF-NOTICE")).hasContent("META-INF/NOTICE");
    }
}
