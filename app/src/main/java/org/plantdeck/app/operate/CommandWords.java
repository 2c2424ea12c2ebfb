package org.plantdeck.app.operate;

import org.plantdeck.app.commands.CommandEntry;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;

/** Lines of the commands log in words. Threads: any. */
public final class CommandWords {

    private static final Words WORDS = Words.of(CommandWords.class);

    private CommandWords() {}

    /** What was asked: "speed_setpoint 90". */
    public static String asked(CommandEntry entry) {
        String value = entry.command().value().asText();
        return plain(entry.command().command() + " " + value).strip();
    }

    /** The words of a PLC without the underscores of its commands. */
    private static String plain(String words) {
        return words.replace('_', ' ');
    }

    /** What came of it: "accepted in 38 ms", "refused: …". */
    public static String outcome(CommandEntry entry) {
        String millis = Numbers.text(entry.answeredIn().toMillis());
        return switch (entry.phase()) {
            case ASKED -> WORDS.say("asked");
            case ACCEPTED -> WORDS.say("accepted", millis);
            case REFUSED -> WORDS.say("refused", plain(entry.reason()));
            case DONE -> WORDS.say("done", millis);
            case FAILED -> WORDS.say("failed", plain(entry.reason()));
            case UNANSWERED -> WORDS.say("unanswered");
        };
    }

    /** The whole line: what, who, when, what came of it. */
    public static String line(CommandEntry entry) {
        return WORDS.say(
                "line",
                asked(entry),
                entry.command().by(),
                Times.second(entry.askedAt()),
                outcome(entry));
    }
}
