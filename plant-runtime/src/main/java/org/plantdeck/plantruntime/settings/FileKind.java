package org.plantdeck.plantruntime.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Files, by absolute paths or paths in the data directory. */
record FileKind() implements Kind<Path> {

    @Override
    public Optional<Path> read(String text) {
        String stripped = text.strip();
        try {
            return stripped.isEmpty() ? Optional.empty() : Optional.of(Path.of(stripped));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    @Override
    public String write(Path value) {
        return value.toString();
    }

    @Override
    public String requirement() {
        return "a file, by its whole path or its path in the data directory";
    }
}
