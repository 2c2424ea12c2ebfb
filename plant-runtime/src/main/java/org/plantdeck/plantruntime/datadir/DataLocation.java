package org.plantdeck.plantruntime.datadir;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the data directory is unless it is named: where the system keeps the data of its programs.
 *
 * @param environment the variables of the process
 * @param systemName the system's name as Java gives it
 * @param home the user's home directory as the system's list of users has it; what the variable
 *     HOME names comes before it, except on Windows
 */
public record DataLocation(Map<String, String> environment, String systemName, Path home) {

    /** The variable that names the directory. */
    public static final String VARIABLE = "PLANTDECK_DATA";

    /** Of this process. */
    public static DataLocation ofThisProcess() {
        return new DataLocation(
                System.getenv(),
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * The directory, absolute: what the option says, then the variable, then the system's usual.
     */
    public Path resolve(Optional<Path> option) {
        return option.or(() -> variable(VARIABLE))
                .orElseGet(this::usual)
                .toAbsolutePath()
                .normalize();
    }

    private Path usual() {
        String system = systemName.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return variable("APPDATA")
                    .orElseGet(() -> home.resolve("AppData").resolve("Roaming"))
                    .resolve("PlantDeck");
        }
        if (system.startsWith("mac")) {
            return usersHome()
                    .resolve("Library")
                    .resolve("Application Support")
                    .resolve("PlantDeck");
        }
        return variable("XDG_DATA_HOME")
                .filter(Path::isAbsolute)
                .orElseGet(() -> usersHome().resolve(".local").resolve("share"))
                .resolve("plantdeck");
    }

    private Path usersHome() {
        return variable("HOME").filter(Path::isAbsolute).orElse(home);
    }

    private Optional<Path> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(it -> !it.isBlank()).map(Path::of);
    }
}
