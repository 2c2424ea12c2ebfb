package org.plantdeck.app.settings;

import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.settings.SettingLine;
import org.plantdeck.plantruntime.settings.SettingLine.Origin;
import org.plantdeck.plantruntime.settings.SettingsState;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which settings are shown, and how they are said. Threads: the screen's. */
final class SettingsModel {

    private static final Words WORDS = Words.of(SettingsModel.class);

    private Optional<SettingsState> state = Optional.empty();
    private String group = "";
    private String search = "";
    private boolean onlySet;

    /**
     * The settings of one part.
     *
     * @param section with which their keys begin; empty for all settings
     * @param name how it is said
     * @param count how many there are, and how many of them are set
     * @param spoken the same for those who do not see it
     */
    record Group(String section, String name, String count, String spoken) {}

    /**
     * A setting in the list.
     *
     * @param line what it is about
     * @param value what holds
     * @param note who says so, the default where it is another, and the unit
     */
    record Row(SettingLine line, String value, String note) {

        String key() {
            return line.setting().key();
        }
    }

    void show(SettingsState next) {
        state = Optional.of(next);
    }

    boolean isKnown() {
        return state.isPresent();
    }

    boolean canUndo() {
        return state.filter(SettingsState::canUndo).isPresent();
    }

    void choose(String section) {
        group = section;
    }

    void search(String text) {
        search = text.strip().toLowerCase(Locale.ROOT);
    }

    void onlySet(boolean only) {
        onlySet = only;
    }

    private List<SettingLine> lines() {
        return state.map(SettingsState::lines).orElse(List.of());
    }

    /** All settings, and then each part's, in the order of the catalogue. */
    List<Group> groups() {
        Map<String, List<SettingLine>> sections = new LinkedHashMap<>();
        lines().forEach(it ->
                sections.computeIfAbsent(it.section(), _ -> new ArrayList<>()).add(it));
        List<Group> groups = new ArrayList<>();
        groups.add(group("", WORDS.say("all"), lines()));
        sections.forEach((section, its) -> groups.add(group(section, section, its)));
        return groups;
    }

    private static Group group(String section, String name, List<SettingLine> its) {
        long set = its.stream().filter(SettingsModel::isSet).count();
        String all = Numbers.text(its.size());
        String count = set == 0 ? all : WORDS.say("set-of", Numbers.text(set), all);
        String spoken = WORDS.say("group", name, Numbers.text(set), all);
        return new Group(section, name, count, spoken);
    }

    /** Whether somebody has said something of it, be it for the next start. */
    static boolean isSet(SettingLine line) {
        return line.origin() != Origin.DEFAULT || line.waits();
    }

    /** What of the chosen group is searched; every word of the search must be somewhere in it. */
    List<Row> rows() {
        return lines().stream()
                .filter(it -> group.isEmpty() || it.section().equals(group))
                .filter(it -> !onlySet || isSet(it))
                .filter(this::isSearched)
                .map(SettingsModel::row)
                .toList();
    }

    private boolean isSearched(SettingLine line) {
        String all =
                (line.setting().key()
                                + " "
                                + line.setting().meaning()
                                + " "
                                + line.setting().unit())
                        .toLowerCase(Locale.ROOT);
        for (String word : search.split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    static Row row(SettingLine line) {
        String standard = standard(line);
        String value =
                line.value().isEmpty() || line.origin() == Origin.DEFAULT
                        ? line.origin() == Origin.DEFAULT ? standard : WORDS.say("none")
                        : line.value();
        String note =
                switch (line.origin()) {
                    case DEFAULT -> WORDS.say("note-default", line.setting().unit());
                    case FILE -> WORDS.say("note-file", standard, line.setting().unit());
                    case COMMAND_LINE ->
                            WORDS.say("note-command-line", standard, line.setting().unit());
                };
        return new Row(line, value, line.waits() ? WORDS.say("note-waits", note) : note);
    }

    private static String standard(SettingLine line) {
        String text = line.setting().standardText();
        return text.isEmpty() ? WORDS.say("none") : text;
    }

    /** What a setting says of itself beside its field. */
    static String facts(SettingLine line) {
        return WORDS.say("facts", line.requirement(), line.setting().unit(), standard(line));
    }

    /** Who says what holds now, and what the file says beside that. */
    static String source(SettingLine line) {
        String secret = line.setting().kind().isSecret() ? WORDS.say("secret") : "";
        String source =
                switch (line.origin()) {
                    case DEFAULT -> WORDS.say("source-default");
                    case FILE -> WORDS.say("source-file");
                    case COMMAND_LINE ->
                            line.inFile().isEmpty()
                                    ? WORDS.say("source-command-line", line.value())
                                    : WORDS.say("source-both", line.value(), line.inFile());
                };
        return source + (line.waits() ? WORDS.say("source-waits") : "") + secret;
    }

    /** What stands in the field at first; nothing of a secret. */
    static String editable(SettingLine line) {
        if (line.setting().kind().isSecret()) {
            return "";
        }
        boolean fromFile = line.isInFile();
        return fromFile
                ? line.inFile()
                : line.setting().standard().isPresent() ? line.setting().standardText() : "";
    }

    /** How many are set and how many wait. */
    String context() {
        long set = lines().stream().filter(SettingsModel::isSet).count();
        return state.isEmpty()
                ? ""
                : WORDS.say("context", Numbers.text(lines().size()), Numbers.text(set));
    }

    /** When what is changed holds, and whether the next start would end at once. */
    String restart() {
        int waiting = state.map(SettingsState::waiting).orElse(0);
        String trouble = state.map(SettingsState::trouble).orElse("");
        String sentence =
                switch (waiting) {
                    case 0 -> WORDS.say("restart-none");
                    case 1 -> WORDS.say("restart-one");
                    default -> WORDS.say("restart-some", Numbers.text(waiting));
                };
        return trouble.isEmpty() ? sentence : WORDS.say("trouble", trouble);
    }
}
