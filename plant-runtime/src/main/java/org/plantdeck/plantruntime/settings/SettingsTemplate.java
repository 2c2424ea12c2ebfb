package org.plantdeck.plantruntime.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The file a first start writes: every setting with its default, commented out. Threads: any. */
public final class SettingsTemplate {

    private SettingsTemplate() {}

    /**
     * Writes it where there is no file yet.
     *
     * @throws SettingsFailure where it cannot be written
     */
    public static void writeWhereNone(Path file, Catalogue catalogue) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.writeString(file, of(catalogue));
            keepToOwner(file);
        } catch (IOException e) {
            throw new SettingsFailure(
                    file
                            + " cannot be written ("
                            + e.getMessage()
                            + "); choose another data directory with --data DIR",
                    e);
        }
    }

    /** It may come to hold the passwords of brokers. */
    private static void keepToOwner(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** The text of plantdeck.yaml; read back it sets nothing. */
    public static String of(Catalogue catalogue) {
        StringBuilder text = new StringBuilder(8_192);
        text.append("# PlantDeck's settings. Every line below shows a default: take the # before a")
                .append(" key away to change it.\n")
                .append("# Keys may also be nested. --set key=value on the command line comes")
                .append(" before what is written here.\n");
        String section = "";
        for (Setting<?> setting : catalogue.all()) {
            String ofSetting = setting.key().substring(0, setting.key().indexOf('.'));
            if (!ofSetting.equals(section)) {
                section = ofSetting;
                text.append('\n');
            }
            text.append("# ")
                    .append(setting.meaning())
                    .append(" (")
                    .append(setting.unit())
                    .append(").\n#")
                    .append(setting.key())
                    .append(": ")
                    .append(standard(setting))
                    .append('\n');
        }
        return text.toString();
    }

    /** What stands behind a key that is a comment: its default, or what holds instead. */
    static String standard(Setting<?> setting) {
        return (setting.standard().isPresent() ? "" : "# ") + setting.standardText();
    }
}
