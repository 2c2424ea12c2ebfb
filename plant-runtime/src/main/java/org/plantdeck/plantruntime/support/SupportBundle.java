package org.plantdeck.plantruntime.support;

import org.plantdeck.plantruntime.logging.LogFolder;
import org.plantdeck.plantruntime.logging.LogFolder.LogFile;
import org.plantdeck.plantruntime.settings.Secrets;
import org.plantdeck.plantruntime.settings.SettingsFailure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One ZIP file for somebody who helps: logs, settings without secrets, versions, the last statuses,
 * room on the disk and sizes. What goes into it is named here, one by one; keys, passwords,
 * certificates and recorded readings are none of it. It is there whole or not at all. Threads: any;
 * it reads and writes the disk.
 */
public final class SupportBundle {

    /** Of a longer log the end is taken. */
    static final long MOST_LOG_BYTES = 16 << 20;

    private static final int MOST_LOGS = 40;
    private static final String WHAT =
            """
            A support bundle of PlantDeck.

            versions.txt   PlantDeck, Java, JavaFX and the system
            settings.yaml  what is set, without passwords
            statuses.txt   what each part said last
            disk.txt       room on the disk, and what is how large in the data directory
            logs/          the log files

            It holds no passwords, no keys, no certificates and no recorded readings. Credentials
            in addresses are taken out of settings, statuses and logs. The logs have names of
            clients, users and hosts: read them before you hand this on.
            """;

    private SupportBundle() {}

    /**
     * Writes one, in the place of a file of that name.
     *
     * @throws SettingsFailure where it cannot be written; nothing is left of it then
     */
    public static void write(Path file, SupportFacts facts) {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try {
                fill(part, facts);
                Files.move(
                        part,
                        target,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new SettingsFailure(
                    file
                            + " cannot be written ("
                            + e.getMessage()
                            + "); make room or choose another place",
                    e);
        }
    }

    private static void fill(Path part, SupportFacts facts) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(part), StandardCharsets.UTF_8)) {
            List<String> secrets = facts.secrets();
            add(zip, "README.txt", WHAT, secrets);
            add(zip, "versions.txt", SupportTexts.versions(facts), secrets);
            add(zip, "settings.yaml", facts.settings(), secrets);
            add(zip, "statuses.txt", SupportTexts.statuses(facts.statuses()), secrets);
            add(zip, "disk.txt", SupportTexts.disk(facts.directory()), secrets);
            LogFolder logs = new LogFolder(facts.directory().logs());
            for (LogFile log : logs.files().stream().limit(MOST_LOGS).toList()) {
                if (Files.isRegularFile(log.path(), LinkOption.NOFOLLOW_LINKS)) {
                    zip.putNextEntry(new ZipEntry("logs/" + log.name()));
                    copy(log.path(), zip, secrets);
                    zip.closeEntry();
                }
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, String text, List<String> secrets)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(Secrets.masked(text, secrets).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Line by line, so that a log of any size takes the room of a line. */
    private static void copy(Path log, ZipOutputStream zip, List<String> secrets)
            throws IOException {
        try (InputStream bytes = Files.newInputStream(log)) {
            bytes.skipNBytes(Math.max(0, Files.size(log) - MOST_LOG_BYTES));
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    bytes,
                                    StandardCharsets.UTF_8
                                            .newDecoder()
                                            .onMalformedInput(CodingErrorAction.REPLACE)
                                            .onUnmappableCharacter(CodingErrorAction.REPLACE)));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                zip.write((Secrets.masked(line, secrets) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
