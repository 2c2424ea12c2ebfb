package org.plantdeck.installer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@EnabledOnOs(OS.LINUX)
class ShellLauncherTest {

    @TempDir private Path folder;

    /** Says what it is started with, an argument a line. */
    private static void writeJava(Path java) throws IOException {
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$JDK_JAVA_OPTIONS\" \"$@\"\nexit 7\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void aLinkToItStartsTheJavaBesideItWithWhatItWasGiven() throws Exception {
        Path image = folder.resolve("a program");
        writeJava(image.resolve("lib/runtime/bin/java"));
        Path launcher = Files.createDirectories(image.resolve("bin")).resolve("plantdeck");
        Files.writeString(launcher, "another");
        new ShellLauncher(
                        List.of("-XX:+One", "-Dfolder=$app"),
                        List.of("b.jar", "a.jar"),
                        "org.example.Main")
                .write(launcher);
        Path link = Files.createSymbolicLink(folder.resolve("plantdeck"), launcher);

        ProcessBuilder start = new ProcessBuilder(link.toString(), "run", "two words", "$HOME");
        start.environment().put("JDK_JAVA_OPTIONS", "-Delsewhere=1");
        Process process = start.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        Path app = image.resolve("lib/app");
        assertThat(said.lines())
                .containsExactly(
                        "",
                        "-XX:+One",
                        "-Dfolder=" + app,
                        "-cp",
                        app.resolve("b.jar") + ":" + app.resolve("a.jar"),
                        "org.example.Main",
                        "run",
                        "two words",
                        "$HOME");
        assertThat(process.waitFor()).isEqualTo(7);
    }
}
