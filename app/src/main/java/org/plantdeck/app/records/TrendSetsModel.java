package org.plantdeck.app.records;

import org.plantdeck.app.records.TrendSetFile.Contents;
import org.plantdeck.app.words.Words;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which sets there are, which one was chosen, and what is done to them. The file is read anew for
 * every act, because another window may have changed it. Threads: the screen's.
 */
final class TrendSetsModel {

    /** Longer names do not fit where they are shown. */
    static final int LONGEST = 40;

    private static final Words WORDS = Words.of(TrendSetsModel.class);

    private final TrendSetFile file;
    private Optional<TrendSet> chosen = Optional.empty();
    private Optional<Back> undo = Optional.empty();

    /**
     * How the last act is taken back.
     *
     * @param act what it does to the sets
     * @param chosen which one was chosen then
     */
    private record Back(UnaryOperator<List<TrendSet>> act, Optional<TrendSet> chosen) {}

    TrendSetsModel(TrendSetFile file) {
        this.file = file;
    }

    /** Those that somebody has saved, by name; none where the file cannot be read. */
    List<TrendSet> saved() {
        return file.read() instanceof Contents.Sound(List<TrendSet> sets) ? sets : List.of();
    }

    /** What is wrong with the file; empty for nothing. */
    String mistake() {
        return file.read() instanceof Contents.Damaged(String sentence) ? sentence : "";
    }

    /** The one that was chosen or saved last; empty where none was, or where it is deleted. */
    Optional<TrendSet> chosen() {
        return chosen;
    }

    /** Whether somebody has saved the one that was chosen; only then can it be renamed. */
    boolean isChosenSaved() {
        return chosen.filter(it -> isSaved(it.name())).isPresent();
    }

    private boolean isSaved(String name) {
        return saved().stream().anyMatch(it -> it.name().equals(name));
    }

    /** Says that one is shown. */
    void choose(TrendSet set) {
        chosen = Optional.of(set);
    }

    /** The one that was chosen, where it still is what is shown. */
    Optional<TrendSet> unchanged(TrendSet present) {
        return chosen.filter(it -> it.equals(present.named(it.name())));
    }

    /** The name of what is chosen, with a word where something else is shown by now. */
    String title(TrendSet present) {
        return chosen.map(it ->
                        unchanged(present).isPresent()
                                ? it.name()
                                : WORDS.say("set.changed", it.name()))
                .orElse(WORDS.say("set.none"));
    }

    /** Why a name cannot be taken; empty where it can. */
    String refusal(String name) {
        if (name.isBlank()) {
            return WORDS.say("set.no-name");
        }
        if (name.strip().length() > LONGEST) {
            return WORDS.say("set.long-name", LONGEST);
        }
        return TrendSet.readyMade().stream().anyMatch(it -> it.name().equals(name.strip()))
                ? WORDS.say("set.ready-name", name.strip())
                : "";
    }

    /** The same for another name of the one that is chosen. */
    String refusalToRename(String name) {
        String refusal = refusal(name);
        boolean same = chosen.filter(it -> it.name().equals(name.strip())).isPresent();
        return refusal.isEmpty() && !same && isSaved(name.strip())
                ? WORDS.say("set.there", name.strip())
                : refusal;
    }

    /** Saves something under its name, in the place of what has that name; says what came of it. */
    String save(TrendSet set) {
        TrendSet named = set.named(set.name().strip());
        Optional<TrendSet> before =
                saved().stream().filter(it -> it.name().equals(named.name())).findFirst();
        return change(
                sets -> put(sets, named),
                before.map(it -> sets -> put(sets, it)),
                Optional.of(named),
                WORDS.say(before.isPresent() ? "set.replaced" : "set.saved", named.name()));
    }

    private static List<TrendSet> put(List<TrendSet> sets, TrendSet set) {
        List<TrendSet> next = new ArrayList<>(sets);
        next.removeIf(it -> it.name().equals(set.name()));
        next.add(set);
        next.sort((one, other) -> one.name().compareToIgnoreCase(other.name()));
        return next;
    }

    private static List<TrendSet> without(List<TrendSet> sets, String name) {
        return sets.stream().filter(it -> !it.name().equals(name)).toList();
    }

    /** Gives the one that is chosen another name; says what came of it. */
    String rename(String wanted) {
        String name = wanted.strip();
        return chosen.map(old ->
                        change(
                                sets -> put(without(sets, old.name()), old.named(name)),
                                Optional.of(sets -> put(without(sets, name), old)),
                                Optional.of(old.named(name)),
                                WORDS.say("set.renamed", old.name(), name)))
                .orElse("");
    }

    /** Deletes the one that is chosen; says what came of it. */
    String delete() {
        return chosen.map(old ->
                        change(
                                sets -> without(sets, old.name()),
                                Optional.of(sets -> put(sets, old)),
                                Optional.empty(),
                                WORDS.say("set.deleted", old.name())))
                .orElse("");
    }

    /** Whether the last act can be taken back. */
    boolean canUndo() {
        return undo.isPresent();
    }

    /** Takes the last act back; says what came of it. */
    String undo() {
        return undo.map(it ->
                        change(it.act(), Optional.empty(), it.chosen(), WORDS.say("set.undone")))
                .orElse("");
    }

    /** Forgets how the last act is taken back. */
    void settle() {
        undo = Optional.empty();
    }

    private String change(
            UnaryOperator<List<TrendSet>> act,
            Optional<UnaryOperator<List<TrendSet>>> back,
            Optional<TrendSet> next,
            String done) {
        try {
            Optional<String> kept = file.write(act.apply(saved())).map(String::valueOf);
            Optional<TrendSet> then = chosen;
            undo = back.map(it -> new Back(it, then));
            chosen = next;
            return kept.map(it -> WORDS.say("set.kept", done, it)).orElse(done);
        } catch (IOException e) {
            return WORDS.say("set.not-written", String.valueOf(e.getMessage()));
        }
    }
}
