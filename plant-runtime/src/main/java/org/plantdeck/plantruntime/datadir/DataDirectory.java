package org.plantdeck.plantruntime.datadir;

import org.plantdeck.plantruntime.settings.SettingsFailure;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What lies where in the data directory.
 *
 * <pre>
 * plantdeck.yaml        settings
 * historian.db, …       the parts' databases
 * broker-users, …       who may do what on the brokers
 * local-broker/, …      the parts' folders
 * certs/                certificates of the brokers and of their clients
 * locks/                who holds which part, and where a broker listens
 * logs/                 the log files
 * plugins/              jars of extensions, put there by whoever wants them
 * </pre>
 *
 * Threads: any.
 *
 * @param path the directory, absolute
 */
public record DataDirectory(Path path) {

    /** Makes the directory where it is missing and sees that it can be written. */
    public static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, ".writable", ""));
        } catch (IOException e) {
            throw new SettingsFailure(
                    "the data directory "
                            + path
                            + " cannot be written ("
                            + reason(e)
                            + "); choose another with --data DIR or "
                            + DataLocation.VARIABLE,
                    e);
        }
        return new DataDirectory(path);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException exists -> exists.getFile() + " is not a directory";
            default -> String.valueOf(e.getMessage());
        };
    }

    /** The settings file. */
    public Path settingsFile() {
        return path.resolve("plantdeck.yaml");
    }

    /** Where log files go. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** Where jars of extensions are looked for; nobody makes it but who has some. */
    public Path plugins() {
        return path.resolve("plugins");
    }

    /** The certificates of the brokers and of their clients. */
    public Path certificates() {
        return path.resolve("certs");
    }

    /** A part's own folder; the part makes it. */
    public Path folder(String part) {
        return path.resolve(part);
    }

    /**
     * Takes a part of this directory for this process until the lock is closed or the process ends
     * in any way.
     *
     * @throws SettingsFailure naming the process that holds it
     */
    public PartLock lock(String part) {
        return PartLock.take(locks(), part);
    }

    /** Whether a living process holds a part of this directory. */
    public boolean isHeld(String part) {
        return PartLock.isHeld(locks(), part);
    }

    /**
     * Answers when a second start rings here, for the process that holds the parts.
     *
     * @param rung called on a thread of its own, each time
     */
    public Doorbell answer(Runnable rung) {
        return Doorbell.answer(path, rung);
    }

    private Path locks() {
        return path.resolve("locks");
    }

    /** Says where a broker of this directory listens, for other processes that share it. */
    public void writeEndpoint(String broker, URI endpoint) {
        Path file = endpointFile(broker);
        try {
            Files.createDirectories(file.getParent());
            Path fresh =
                    Files.writeString(
                            file.resolveSibling(broker + ".endpoint.new"), endpoint + "\n");
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SettingsFailure(
                    file
                            + " cannot be written ("
                            + e.getMessage()
                            + "); make room or choose another"
                            + " directory with --data DIR",
                    e);
        }
    }

    /** Where a broker of this directory listens; empty where none is alive. */
    public Optional<URI> endpoint(String broker) {
        return isHeld(broker) ? lastEndpoint(broker) : Optional.empty();
    }

    /** Where a broker of this directory listened last, alive or not. */
    public Optional<URI> lastEndpoint(String broker) {
        try {
            return Optional.of(new URI(Files.readString(endpointFile(broker)).strip()));
        } catch (IOException | URISyntaxException noneYet) {
            return Optional.empty();
        }
    }

    private Path endpointFile(String broker) {
        return locks().resolve(broker + ".endpoint");
    }
}
