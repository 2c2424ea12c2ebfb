package org.plantdeck.plantruntime.cli;

import org.jspecify.annotations.Nullable;
import org.plantdeck.broker.certs.BundlePassword;
import org.plantdeck.broker.certs.IssuedFiles;
import org.plantdeck.plantruntime.settings.SettingsFailure;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Which password opens a PKCS #12 file; never one on the command line, where others see it. */
final class BundlePasswordOptions {

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "Its first line is the password of NAME.p12; without it, one is drawn and"
                            + " printed once.")
    private @Nullable Path file;

    private boolean isDrawn() {
        return file == null;
    }

    char[] password() {
        if (file == null) {
            return BundlePassword.random();
        }
        try {
            String password = Files.readAllLines(file).stream().findFirst().orElse("");
            if (password.isBlank()) {
                throw new SettingsFailure(
                        "--password-file " + file + " is empty; put a password in its first line");
            }
            return password.toCharArray();
        } catch (IOException e) {
            throw new SettingsFailure(
                    "--password-file "
                            + file
                            + " cannot be read ("
                            + (e instanceof NoSuchFileException
                                    ? "it is not there"
                                    : String.valueOf(e.getMessage()))
                            + "); name a file whose first line is the password",
                    e);
        }
    }

    /** Says what was done in a line, and the password in another where nobody knows it yet. */
    void say(PrintWriter out, String done, IssuedFiles given, char[] password) {
        out.println(
                done
                        + " "
                        + given.issued().name()
                        + ", valid until "
                        + LocalDate.ofInstant(given.issued().validUntil(), ZoneOffset.UTC)
                        + ": "
                        + given.certificate()
                        + ", "
                        + given.key().getFileName()
                        + " and "
                        + given.bundle().getFileName());
        if (isDrawn()) {
            out.println(
                    "password of "
                            + given.bundle().getFileName()
                            + ", not shown again: "
                            + String.valueOf(password));
        }
        out.flush();
    }
}
