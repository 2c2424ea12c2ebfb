package org.plantdeck.historian.imports;

import org.plantdeck.signal.PartFailure;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bytes of a file as characters: in what its byte order mark says, else in what is named, else
 * in UTF-8. Threads: one.
 */
final class CsvSource {

    private final Path file;
    private final Optional<Charset> named;

    CsvSource(Path file, Optional<Charset> named) {
        this.file = file;
        this.named = named;
    }

    /** Counts what was read. */
    static final class Counted extends FilterInputStream {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            bytes += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int count = super.read(into, from, most);
            bytes += Math.max(0, count);
            return count;
        }

        long bytes() {
            return bytes;
        }
    }

    /** How large the file is, bytes. */
    long size() {
        try {
            if (Files.isDirectory(file)) {
                throw new PartFailure(file + " is a folder; name a CSV file in it");
            }
            return Files.size(file);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    Counted open() throws IOException {
        return new Counted(Files.newInputStream(file));
    }

    /** Reads the characters behind a byte order mark. */
    BufferedReader reader(InputStream in) throws IOException {
        byte[] first;
        try (InputStream look = Files.newInputStream(file)) {
            first = look.readNBytes(3);
        }
        if (begins(first, 0xEF, 0xBB, 0xBF)) {
            in.skipNBytes(3);
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        boolean isWide = begins(first, 0xFF, 0xFE) || begins(first, 0xFE, 0xFF);
        Charset charset = isWide ? StandardCharsets.UTF_16 : named.orElse(StandardCharsets.UTF_8);
        return new BufferedReader(new InputStreamReader(in, charset));
    }

    private static boolean begins(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    PartFailure failure(IOException e) {
        String why =
                switch (e) {
                    case NoSuchFileException _ -> "there is no such file";
                    case AccessDeniedException _ -> "you may not read it";
                    default -> String.valueOf(e.getMessage());
                };
        return new PartFailure(file + " cannot be read: " + why, e);
    }
}
