package org.plantdeck.plantruntime.settings;

import java.util.Optional;

/**
 * Texts that nobody is shown, such as passwords.
 *
 * @param requirement what the text must be
 */
record SecretKind(String requirement) implements Kind<String> {

    @Override
    public Optional<String> read(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
    }

    @Override
    public String write(String value) {
        return value;
    }

    @Override
    public boolean isSecret() {
        return true;
    }
}
