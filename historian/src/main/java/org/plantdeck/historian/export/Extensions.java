package org.plantdeck.historian.export;

import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.zip.ZipFile;

/**
 * The formats that other modules bring as services: on the class path, and in the jars of a folder.
 * A format that was found is kept for the life of the process; for one that was not, the folder is
 * looked into again at the next question. Threads: any; one lock guards what was found.
 */
public final class Extensions {

    private static final Logger LOG = LoggerFactory.getLogger(Extensions.class);

    private static final Extensions CLASS_PATH = new Extensions(Optional.empty());

    private final Optional<Path> folder;
    private final Map<ExportFormat, RowFormat> found = new EnumMap<>(ExportFormat.class);

    private Extensions(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Those on the class path alone. */
    public static Extensions ofClassPath() {
        return CLASS_PATH;
    }

    /**
     * Those on the class path and in a folder.
     *
     * @param folder with jars; it need not be there. What in it cannot be used is named in the log,
     *     and the rest is used
     */
    public static Extensions in(Path folder) {
        return new Extensions(Optional.of(folder));
    }

    /**
     * Finds a format.
     *
     * @throws PartFailure saying what to put where
     */
    synchronized RowFormat find(ExportFormat format) {
        RowFormat known = found.get(format);
        if (known != null) {
            return known;
        }
        RowFormat result =
                among(Extensions.class.getClassLoader(), format)
                        .or(() -> folder.flatMap(it -> inFolder(it, format)))
                        .orElseThrow(() -> missing(format));
        found.put(format, result);
        return result;
    }

    private PartFailure missing(ExportFormat format) {
        return new PartFailure(
                "What writes " + format.ending() + " is not installed; put the " + filesOf(format));
    }

    /**
     * What to say where a class of a format, or of its libraries, cannot be had.
     *
     * @throws LinkageError the same, where the format is none of an extension
     */
    synchronized PartFailure incomplete(ExportFormat format, LinkageError cause) {
        if (!found.containsKey(format)) {
            throw cause;
        }
        return new PartFailure(
                "What writes "
                        + format.ending()
                        + " is not complete ("
                        + cause
                        + "); put all the "
                        + filesOf(format)
                        + " and start again",
                cause);
    }

    private String filesOf(ExportFormat format) {
        return "files of historian-"
                + format.ending()
                + "/target/plugin into the folder "
                + folder.map(Path::toString).orElse("plugins of PlantDeck");
    }

    private static Optional<RowFormat> inFolder(Path folder, ExportFormat format) {
        List<URL> jars = jars(folder);
        if (jars.isEmpty()) {
            return Optional.empty();
        }
        // It stays open as long as the format is used, which is as long as the process lives.
        URLClassLoader loader =
                new URLClassLoader(
                        "extensions", jars.toArray(URL[]::new), Extensions.class.getClassLoader());
        Optional<RowFormat> result = among(loader, format);
        if (result.isEmpty()) {
            close(loader, folder);
        }
        return result;
    }

    private static void close(URLClassLoader loader, Path folder) {
        try {
            loader.close();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).addKeyValue("folder", folder).log("A jar stays open");
        }
    }

    private static Optional<RowFormat> among(@Nullable ClassLoader loader, ExportFormat format) {
        Iterator<RowFormat> all = ServiceLoader.load(RowFormat.class, loader).iterator();
        while (true) {
            try {
                if (!all.hasNext()) {
                    return Optional.empty();
                }
                RowFormat each = all.next();
                if (each.format() == format) {
                    return Optional.of(each);
                }
            } catch (ServiceConfigurationError | LinkageError broken) {
                LOG.atWarn()
                        .setCause(broken)
                        .log(
                                "An extension cannot be used; put all of its files there again, or"
                                        + " take them away");
            }
        }
    }

    private static List<URL> jars(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.jar")) {
            all.forEach(files::add);
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException e) {
            LOG.atWarn()
                    .log(
                            "The folder {} cannot be read ({}); no extension of it is used",
                            folder,
                            e.toString());
            return List.of();
        }
        files.sort(null);
        List<URL> jars = new ArrayList<>();
        for (Path file : files) {
            readable(file).ifPresent(jars::add);
        }
        return jars;
    }

    /** A class loader passes over what is no jar without a word. */
    private static Optional<URL> readable(Path file) {
        try (ZipFile _ = new ZipFile(file.toFile())) {
            return Optional.of(file.toUri().toURL());
        } catch (IOException e) {
            LOG.atWarn()
                    .log(
                            "{} cannot be read as a jar ({}); put a whole copy there or take it"
                                    + " away",
                            file,
                            e.getMessage());
            return Optional.empty();
        }
    }
}
