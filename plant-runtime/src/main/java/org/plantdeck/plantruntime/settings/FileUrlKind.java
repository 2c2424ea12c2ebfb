package org.plantdeck.plantruntime.settings;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where a file is that anybody may read: on a web server, or on this computer. */
record FileUrlKind() implements Kind<URI> {

    @Override
    public Optional<URI> read(String text) {
        try {
            return Optional.of(new URI(text.strip())).filter(FileUrlKind::isPlain);
        } catch (URISyntaxException notUrl) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(URI url) {
        @Nullable String scheme = url.getScheme();
        if (scheme == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            return false;
        }
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http", "https" ->
                    url.getHost() != null
                            && url.getRawUserInfo() == null
                            && url.getPort() != 0
                            && url.getPort() <= 65_535;
            case "file" -> isOnThisComputer(url);
            default -> false;
        };
    }

    private static boolean isOnThisComputer(URI url) {
        try {
            return url.getAuthority() == null && Path.of(url).isAbsolute();
        } catch (IllegalArgumentException notFile) {
            return false;
        }
    }

    @Override
    public String write(URI value) {
        return value.toString();
    }

    @Override
    public String requirement() {
        return "an address with https, http or file, such as https://intranet.example/version.txt";
    }

    @Override
    public String hint() {
        return "; it has no user name, no password, no ? and no #, and a file's address begins"
                + " with file:///";
    }
}
