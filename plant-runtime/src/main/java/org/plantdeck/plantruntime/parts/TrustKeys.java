package org.plantdeck.plantruntime.parts;

import org.plantdeck.mqttlink.TlsFiles;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.signal.PartFailure;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the parts know a broker over TLS, and how they show it who they are. The files are read at
 * the start, where what is wrong with them ends it, and again at each connect.
 *
 * @param authority whom to trust
 * @param certificate what to show
 * @param password opens that
 */
record TrustKeys(Setting<Path> authority, Setting<Path> certificate, Setting<String> password) {

    private static final Set<String> SECURE = Set.of("ssl", "wss");

    static TrustKeys of(String prefix) {
        return new TrustKeys(
                Setting.unset(
                        prefix + "ca-file",
                        Kind.file(),
                        "Java's CAs and the data directory's own",
                        "file",
                        "PEM file of the CAs that alone are trusted where the URL is ssl or wss"),
                Setting.unset(
                        prefix + "certificate-file",
                        Kind.file(),
                        "none",
                        "file",
                        "PKCS #12 file with the certificate and key the parts show there"),
                Setting.unset(
                        prefix + "certificate-password",
                        Kind.secret("a password"),
                        "none",
                        "text",
                        "Opens " + prefix + "certificate-file"));
    }

    List<Setting<?>> all() {
        return List.of(authority, certificate, password);
    }

    /** What connections are made with. */
    TlsFiles files(Settings settings, DataDirectory directory) {
        Optional<Path> only = settings.find(authority).map(directory.path()::resolve);
        Path own = directory.certificates().resolve("ca.crt.pem");
        List<Path> authorities =
                only.map(List::of).orElse(Files.exists(own) ? List.of(own) : List.of());
        return new TlsFiles(
                authorities,
                only.isEmpty(),
                settings.find(certificate)
                        .map(file ->
                                new TlsFiles.Bundle(
                                        directory.path().resolve(file),
                                        settings.find(password).orElse(""))));
    }

    /**
     * Looks at the files once.
     *
     * @throws SettingsFailure where one cannot be used for this URL as of now
     */
    void check(Settings settings, DataDirectory directory, URI url, Instant now) {
        if (!SECURE.contains(url.getScheme())) {
            refuseWithout(settings, authority, url);
            refuseWithout(settings, certificate, url);
            return;
        }
        TlsFiles files = files(settings, directory);
        check(settings, authority, () -> files.checkAuthorities(now));
        check(settings, certificate, () -> files.checkClient(now));
    }

    private static void refuseWithout(Settings settings, Setting<?> file, URI url) {
        if (settings.isSet(file)) {
            throw settings.wrong(
                    file, "is for TLS, and " + url + " has none; begin that with ssl:// or wss://");
        }
    }

    private static void check(Settings settings, Setting<?> file, Runnable look) {
        try {
            look.run();
        } catch (PartFailure e) {
            throw settings.wrong(file, "cannot be used: " + e.sentence());
        }
    }
}
