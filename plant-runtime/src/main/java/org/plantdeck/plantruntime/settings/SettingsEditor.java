package org.plantdeck.plantruntime.settings;

import org.plantdeck.plantruntime.settings.SettingLine.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Changes plantdeck.yaml for somebody: one setting at a time, or many by an import, each change as
 * a whole or not at all, with comments and other lines kept. What the process runs with stays as it
 * is until the next start. Threads: any; its own lock guards all state. It reads and writes the
 * disk.
 */
public final class SettingsEditor {

    /** What the file before an import is kept as, beside it. */
    public static final String BEFORE_IMPORT = ".before-import";

    private static final Logger LOG = LoggerFactory.getLogger(SettingsEditor.class);
    private static final int MOST_UNDOS = 50;

    private final SettingsStart start;
    private final Consumer<Settings> check;
    private final SettingsFile file;
    private final YamlEdit edit;
    private final Deque<Change> changes = new ArrayDeque<>();
    private Optional<String> seen = Optional.empty();

    /** The text of the file around a change. */
    private record Change(String before, String after) {}

    /**
     * @param start what the process was started with
     * @param check throws a {@link SettingsFailure} where the parts could not start with settings
     */
    public SettingsEditor(SettingsStart start, Consumer<Settings> check) {
        this.start = start;
        this.check = check;
        file = new SettingsFile(start.file());
        edit = new YamlEdit(start.catalogue(), start.file());
    }

    /** The file that is changed. */
    public Path file() {
        return start.file();
    }

    /** What this process runs with, whatever is changed for the next start. */
    public Settings inForce() {
        return start.inForce();
    }

    /** What the file sets, without secrets, as the text of such a file. */
    public synchronized String withoutSecrets() {
        return SettingsExport.of(start.catalogue(), settings(file.text().orElse("")));
    }

    /** What is set of the settings that nobody is to be shown, in the file or since the start. */
    public synchronized List<String> secrets() {
        List<String> all = new ArrayList<>(start.inForce().secrets());
        all.addAll(settings(file.text().orElse("")).secrets());
        return all;
    }

    /** Why a text cannot be the value of a setting, as the start says it; empty where it can. */
    public Optional<String> refusal(Setting<?> setting, String text) {
        return SettingsReader.refusal(setting, text);
    }

    /**
     * Every setting, with the file as it is now.
     *
     * @throws SettingsFailure where the file is wrong or cannot be read
     */
    public synchronized SettingsState read() {
        seen = file.text();
        Settings inFile = settings(text());
        if (!changes.isEmpty() && !changes.getFirst().after().equals(text())) {
            changes.clear();
        }
        List<SettingLine> lines =
                start.catalogue().all().stream().map(it -> line(it, inFile)).toList();
        return new SettingsState(lines, !changes.isEmpty(), trouble(inFile).orElse(""));
    }

    private Settings settings(String text) {
        return SettingsReader.readText(start.catalogue(), start.file(), text);
    }

    private SettingLine line(Setting<?> setting, Settings inFile) {
        Optional<String> said = start.override(setting);
        Optional<String> written = inFile.text(setting);
        Origin origin =
                said.isPresent()
                        ? Origin.COMMAND_LINE
                        : written.isPresent() ? Origin.FILE : Origin.DEFAULT;
        String value =
                said.or(() -> written)
                        .map(it -> Secrets.masked(setting, it))
                        .orElse(setting.standardText());
        boolean waits = said.isEmpty() && !inFile.agree(start.inForce(), setting);
        String shown = written.map(it -> Secrets.masked(setting, it)).orElse("");
        return new SettingLine(setting, origin, value, shown, waits);
    }

    private Optional<String> trouble(Settings settings) {
        try {
            check.accept(settings);
            return Optional.empty();
        } catch (SettingsFailure failure) {
            return Optional.of(failure.sentence());
        }
    }

    /**
     * Sets one.
     *
     * @throws SettingsFailure where the value cannot be used, the file was changed by somebody else
     *     or cannot be written; nothing is changed then
     */
    public synchronized SettingsState set(Setting<?> setting, String value) {
        apply(edit.set(text(), setting, value));
        LOG.atInfo()
                .addKeyValue("key", setting.key())
                .addKeyValue("value", Secrets.masked(setting, value.strip()))
                .log("A setting was changed; it holds from the next start");
        return read();
    }

    /** Takes one out of the file, so that its default holds; fails like {@link #set}. */
    public synchronized SettingsState reset(Setting<?> setting) {
        apply(edit.reset(text(), setting));
        LOG.atInfo()
                .addKeyValue("key", setting.key())
                .log("A setting went back to its default; it holds from the next start");
        return read();
    }

    /** Takes the last change back; fails like {@link #set}. Does nothing where there is none. */
    public synchronized SettingsState undo() {
        if (!changes.isEmpty()) {
            file.replace(seen, changes.getFirst().before());
            changes.removeFirst();
            LOG.atInfo().log("The last change of the settings was taken back");
        }
        return read();
    }

    /** The file as it was seen last; one that is not there is as a first start writes it. */
    private String text() {
        return seen.orElseGet(() -> SettingsTemplate.of(start.catalogue()));
    }

    private void apply(String next) {
        String before = text();
        refuseWhatEndsTheStart(before, next);
        file.replace(seen, next);
        changes.addFirst(new Change(before, next));
        if (changes.size() > MOST_UNDOS) {
            changes.removeLast();
        }
    }

    /** Where the start would end anyway, a change may be one step of mending it. */
    private void refuseWhatEndsTheStart(String before, String next) {
        if (trouble(settings(before)).isEmpty()) {
            check.accept(settings(next));
        }
    }

    /**
     * Writes what the file sets, without secrets, into a file of its own.
     *
     * @throws SettingsFailure where that cannot be written
     */
    public synchronized void exportTo(Path target) {
        if (target.toAbsolutePath().normalize().equals(start.file().toAbsolutePath().normalize())) {
            throw new SettingsFailure(target + " is the file of the settings; choose another");
        }
        new SettingsFile(target).write(SettingsExport.of(start.catalogue(), settings(text())));
    }

    /**
     * Looks what an import of another such file would change. What it sets is set afterwards, what
     * it does not set goes back to its default; a secret that it does not set stays as it is.
     *
     * @throws SettingsFailure where something in it is wrong, with its line
     */
    public synchronized SettingsImport look(Path source) {
        String its =
                new SettingsFile(source)
                        .text()
                        .orElseThrow(() -> new SettingsFailure(source + " is not there"));
        Settings wanted = SettingsReader.readText(start.catalogue(), source, its);
        check.accept(wanted);
        Settings here = settings(text());
        String next = text();
        List<SettingsImport.Change> all = new ArrayList<>();
        for (Setting<?> setting : start.catalogue().all()) {
            Optional<String> to = wanted.text(setting);
            boolean stays = to.isEmpty() && setting.kind().isSecret();
            if (stays || here.agree(wanted, setting)) {
                continue;
            }
            next = to.isPresent() ? edit.set(next, setting, to.get()) : edit.reset(next, setting);
            all.add(
                    new SettingsImport.Change(
                            setting.key(), shown(setting, here.text(setting)), shown(setting, to)));
        }
        return new SettingsImport(source, text(), next, all);
    }

    private static String shown(Setting<?> setting, Optional<String> text) {
        return text.map(it -> Secrets.masked(setting, it)).orElse(setting.standardText());
    }

    /**
     * Does what was looked at, and keeps the file before it beside it.
     *
     * @throws SettingsFailure where the file was changed by somebody else since, or cannot be
     *     written; nothing is changed then
     */
    public synchronized SettingsState take(SettingsImport looked) {
        if (!looked.before().equals(text())) {
            throw new SettingsFailure(
                    start.file() + " was changed meanwhile; look at the import again");
        }
        if (seen.isPresent()) {
            file.copyTo(Path.of(start.file() + BEFORE_IMPORT));
        }
        apply(looked.after());
        LOG.atInfo()
                .addKeyValue("from", looked.source())
                .addKeyValue("changes", looked.changes().size())
                .log("Settings were imported; they hold from the next start");
        return read();
    }
}
