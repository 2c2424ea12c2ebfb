package org.plantdeck.historian.export;

import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * A file that appears under its name when it is complete: it is written under a temporary name
 * beside it, which is renamed, and so replaces what was there. Threads: one.
 */
record ExportFile(Path file) {

    static final String NO_SPACE = "the disk is full; free some space and export again";

    /** Writes what is to become the file. */
    @FunctionalInterface
    interface Content {
        ExportResult writeTo(Path unfinished) throws IOException;
    }

    /** Writes into a stream. */
    @FunctionalInterface
    interface StreamContent {
        ExportResult writeTo(OutputStream out) throws IOException;
    }

    /** Whether it is a pipe or the like, which takes what comes and is never replaced. */
    boolean isDevice() {
        if (Files.isDirectory(file)) {
            throw new PartFailure(file + " is a folder; name a file in it");
        }
        return Files.exists(file) && !Files.isRegularFile(file);
    }

    /** Makes it; a cancelled or failed one leaves nothing behind. */
    ExportResult make(Content content) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            requireFolder();
            Files.deleteIfExists(unfinished);
            ExportResult result = content.writeTo(unfinished);
            if (!result.cancelled()) {
                try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return result;
        } catch (IOException e) {
            throw new PartFailure(file + " cannot be written: " + words(e), e);
        } finally {
            deleteQuietly(unfinished);
        }
    }

    private void requireFolder() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (folder != null && !Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
    }

    /** Makes it by way of a stream. */
    ExportResult makeByStream(StreamContent content) {
        return make(unfinished -> {
            try (OutputStream out =
                    Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW)) {
                return content.writeTo(out);
            }
        });
    }

    /** Writes into the device it is. */
    ExportResult pour(StreamContent content) {
        try (OutputStream out = Files.newOutputStream(file)) {
            return content.writeTo(out);
        } catch (IOException e) {
            throw new PartFailure(file + " cannot be written: " + words(e), e);
        }
    }

    /** Why something could not be written, after a colon. */
    static String words(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "its folder does not exist";
            case AccessDeniedException _ -> "you may not write there";
            default -> {
                String message = String.valueOf(e.getMessage());
                yield isNoSpace(message) ? NO_SPACE : message;
            }
        };
    }

    private static boolean isNoSpace(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.contains("no space left") || lower.contains("not enough space");
    }

    private static void deleteQuietly(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            // The failure that left it there has been told already.
        }
    }
}
