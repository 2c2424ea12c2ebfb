package org.plantdeck.plantruntime.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

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
        create(file, of(catalogue));
    }

    /**
     * Writes one that sets something.
     *
     * @param values what is set, as somebody writes it
     * @throws SettingsFailure where a value is wrong, or the file is there already or cannot be
     *     written
     */
    public static void write(Path file, Catalogue catalogue, Map<Setting<?>, String> values) {
        YamlEdit edit = new YamlEdit(catalogue, file);
        String text = of(catalogue);
        for (Map.Entry<Setting<?>, String> each : values.entrySet()) {
            text = edit.set(text, each.getKey(), each.getValue());
        }
        create(file, text);
    }

    /** As a whole or not at all, and for its owner alone: it may come to hold passwords. */
    private static void create(Path file, String text) {
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(fresh);
            try {
                Files.createFile(fresh, ofOwner(file));
                Files.writeString(fresh, text);
                Files.move(fresh, file);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new SettingsFailure(
                    file
                            + " cannot be written ("
                            + e
                            + "); choose another data directory with --data DIR",
                    e);
        }
    }

    private static FileAttribute<?>[] ofOwner(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
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
