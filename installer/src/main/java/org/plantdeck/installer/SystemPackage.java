package org.plantdeck.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Packs an image into an installer of the system it was made on, with jpackage: {@code msi} for
 * Windows (which takes WiX), {@code dmg} for macOS, {@code rpm} for Fedora and its kin (which takes
 * rpmbuild). What Debian takes is made by the build itself. Threads: one.
 */
final class SystemPackage {

    /** The same in every version, so that Windows replaces the one before. */
    private static final String UPGRADES = "6f1b8f0e-3c5c-4f0b-9f0e-5b6d1c7a2e94";

    private SystemPackage() {}

    /**
     * Packs the image in the folder of the first argument as the type in the second, for the
     * version in the third.
     */
    public static void main(String[] arguments) throws IOException {
        Path work = Path.of(arguments[0]);
        String type = arguments[1];
        Platform platform = Platform.current();
        Path packages = Files.createDirectories(work.resolve("packages"));
        List<String> all = new ArrayList<>(List.of("--type", type));
        all.addAll(List.of("--app-image", platform.image(work.resolve("image")).toString()));
        all.addAll(List.of("--name", platform.program()));
        all.addAll(List.of("--app-version", platform.version(arguments[2])));
        all.addAll(List.of("--description", "A whole smart factory on one desk"));
        all.addAll(List.of("--vendor", "The PlantDeck developers"));
        all.addAll(options(type));
        all.addAll(List.of("--dest", packages.toString()));
        Tool.run("jpackage", all);
    }

    static List<String> options(String type) {
        return switch (type) {
            case "msi" ->
                    List.of(
                            "--win-menu",
                            "--win-shortcut",
                            "--win-dir-chooser",
                            "--win-per-user-install",
                            "--win-upgrade-uuid",
                            UPGRADES);
            case "dmg" -> List.of();
            case "rpm" ->
                    List.of(
                            "--linux-package-name",
                            "plantdeck",
                            "--linux-menu-group",
                            "Education",
                            "--linux-shortcut",
                            "--linux-rpm-license-type",
                            "ASL 2.0");
            default ->
                    throw new IllegalArgumentException(
                            type + " is not a package made here; msi, dmg and rpm are");
        };
    }
}
