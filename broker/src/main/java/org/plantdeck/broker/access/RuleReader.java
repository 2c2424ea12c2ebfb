package org.plantdeck.broker.access;

import org.plantdeck.broker.access.Rule.Action;
import org.plantdeck.broker.access.Rule.Subject;
import org.plantdeck.signal.PartFailure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the lines of a rule file: whom, what, which topics. An empty line or one that begins with
 * {@code #} says nothing.
 */
final class RuleReader {

    private static final String FORM =
            "a rule is `role ROLE`, `user NAME` or `everyone`, then what, then a topic pattern,"
                    + " such as `role guest read factory/#`";

    private final Path file;

    private RuleReader(Path file) {
        this.file = file;
    }

    /**
     * Reads every line.
     *
     * @param file what the lines are of, for the sentence
     * @throws PartFailure naming the file, the line and what is expected there
     */
    static AccessRules read(Path file, List<String> lines) {
        RuleReader reader = new RuleReader(file);
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                rules.add(reader.rule(i + 1, line));
            }
        }
        return new AccessRules(rules);
    }

    private Rule rule(int number, String line) {
        boolean everyone = line.split("\\s", 2)[0].equals("everyone");
        String[] words = line.split("\\s+", everyone ? 3 : 4);
        if (words.length < (everyone ? 3 : 4)) {
            throw wrong(number, "\"" + line + "\" is no rule; " + FORM);
        }
        Subject subject =
                everyone ? new Subject.Everyone() : subject(number, line, words[0], words[1]);
        String word = words[words.length - 2];
        Action action =
                Action.of(word)
                        .orElseThrow(() ->
                                wrong(
                                        number,
                                        "\""
                                                + word
                                                + "\" is nothing a rule can do; must be one of "
                                                + Arrays.stream(Action.values())
                                                        .map(Action::word)
                                                        .collect(Collectors.joining(", "))));
        return switch (TopicPattern.parse(words[words.length - 1])) {
            case TopicPattern.Parsed.Good(TopicPattern pattern) ->
                    new Rule(subject, action, pattern);
            case TopicPattern.Parsed.Bad(String why) -> throw wrong(number, why);
        };
    }

    private Subject subject(int number, String line, String kind, String name) {
        if (kind.equals("user")) {
            return new Subject.OfUser(name);
        }
        if (!kind.equals("role")) {
            throw wrong(number, "\"" + line + "\" is no rule; " + FORM);
        }
        Optional<Role> role = Role.of(name);
        return new Subject.OfRole(
                role.orElseThrow(() ->
                        wrong(
                                number,
                                "\""
                                        + name
                                        + "\" is no role; must be one of "
                                        + Role.words(List.of(Role.values())))));
    }

    private PartFailure wrong(int number, String why) {
        return new PartFailure(file + ", line " + number + ": " + why);
    }
}
