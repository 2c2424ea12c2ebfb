package org.plantdeck.plantruntime.updates;

import org.plantdeck.plantruntime.updates.UpdateAnswer.Newer;
import org.plantdeck.plantruntime.updates.UpdateAnswer.Unknown;
import org.plantdeck.plantruntime.updates.UpdateAnswer.UpToDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Compares the version that runs with the one that a file says. Nothing is sent but the request for
 * that file. Threads: any; one checks at a time, another may give up.
 */
public final class UpdateCheck {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateCheck.class);

    /** How long a server may take to answer in full. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI url;
    private final String running;
    private final WebFile web;

    /**
     * @param url of the file, as the setting allows it
     * @param running the version that runs
     */
    public UpdateCheck(URI url, String running) {
        this(url, running, PATIENCE);
    }

    UpdateCheck(URI url, String running, Duration patience) {
        this.url = url;
        this.running = running;
        web = new WebFile(url, patience);
    }

    /** Reads the file and compares. It blocks, ten seconds at most. */
    public UpdateAnswer ask() {
        UpdateAnswer answer = answer();
        switch (answer) {
            case UpToDate(String version) ->
                    LOG.atInfo().addKeyValue("newest", version).log("No newer version");
            case Newer(String version, String where) ->
                    LOG.atInfo()
                            .addKeyValue("newest", version)
                            .addKeyValue("where", where)
                            .log("A newer version is there");
            case Unknown(String sentence) ->
                    LOG.atWarn()
                            .addKeyValue("reason", sentence)
                            .log("The check for a newer version came to nothing");
        }
        return answer;
    }

    private UpdateAnswer answer() {
        byte[] bytes;
        try {
            bytes = url.getScheme().equalsIgnoreCase("file") ? fromDisk() : web.read();
        } catch (Unread unread) {
            return new Unknown(url + " could not be read: " + unread.reason());
        }
        if (bytes.length > VersionFile.MOST_BYTES) {
            return new Unknown(
                    url
                            + " is longer than 4 KB and so no file of versions; check "
                            + UpdateKeys.name());
        }
        Optional<VersionFile> file = VersionFile.read(bytes);
        return file.map(this::compare)
                .orElseGet(() ->
                        new Unknown(
                                url
                                        + " does not begin with a version such as 1.2.3; check "
                                        + UpdateKeys.name()));
    }

    private UpdateAnswer compare(VersionFile file) {
        String version = file.version().toString();
        return file.version().compareTo(Version.parse(running)) > 0
                ? new Newer(version, file.where())
                : new UpToDate(version);
    }

    private byte[] fromDisk() throws Unread {
        Path file = Path.of(url);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new Unread("it is not a file; check " + UpdateKeys.name(), null);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(VersionFile.MOST_BYTES + 1);
        } catch (NoSuchFileException none) {
            throw new Unread("there is no such file; check " + UpdateKeys.name(), none);
        } catch (IOException e) {
            throw new Unread(e + "; check who may read it", e);
        }
    }

    /** Ends the check that is under way: it comes to nothing at once. */
    public void giveUp() {
        web.giveUp();
    }
}
