package org.plantdeck.broker.access;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * The topics a rule is about: an MQTT topic filter whose levels may also be the client id, the user
 * name or the certificate's name of who is asking. Whether a topic is one of them is decided
 * without making objects. Immutable. Threads: any.
 */
final class TopicPattern {

    private static final String ONE = "+";
    private static final String REST = "#";

    /** What stands at one level. */
    private enum Kind {
        LITERAL,
        ONE,
        REST,
        CLIENT_ID,
        USER,
        CERTIFICATE
    }

    private final Kind[] kinds;
    private final String[] levels;

    private TopicPattern(Kind[] kinds, String[] levels) {
        this.kinds = kinds;
        this.levels = levels;
    }

    /** What reading a pattern came to. */
    sealed interface Parsed {
        /** It is one. */
        record Good(TopicPattern pattern) implements Parsed {}

        /** It is none, and why. */
        record Bad(String why) implements Parsed {}
    }

    /** Reads the text of a pattern. */
    static Parsed parse(String text) {
        String[] levels = text.split("/", -1);
        Kind[] kinds = new Kind[levels.length];
        for (int i = 0; i < levels.length; i++) {
            Optional<Kind> kind = kind(levels[i]);
            if (kind.isEmpty()) {
                return new Parsed.Bad(
                        "\""
                                + levels[i]
                                + "\" is no level of a pattern; +, #, %u, %c and %cn must stand"
                                + " alone between slashes");
            }
            kinds[i] = kind.get();
            if (kinds[i] == Kind.REST && i < levels.length - 1) {
                return new Parsed.Bad("# must be the last level of a pattern");
            }
        }
        return new Parsed.Good(new TopicPattern(kinds, levels));
    }

    private static Optional<Kind> kind(String level) {
        return switch (level) {
            case ONE -> Optional.of(Kind.ONE);
            case REST -> Optional.of(Kind.REST);
            case "%c" -> Optional.of(Kind.CLIENT_ID);
            case "%u" -> Optional.of(Kind.USER);
            case "%cn" -> Optional.of(Kind.CERTIFICATE);
            default ->
                    level.contains(ONE) || level.contains(REST) || level.startsWith("%")
                            ? Optional.empty()
                            : Optional.of(Kind.LITERAL);
        };
    }

    /** Whether a topic, which has no wildcards, is one of these for somebody. */
    boolean matches(String topic, Identity identity) {
        int at = 0;
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == Kind.REST) {
                return i > 0 || !topic.startsWith("$");
            }
            if (at > topic.length()) {
                return false;
            }
            int end = endOfLevel(topic, at);
            if (kinds[i] == Kind.ONE) {
                if (i == 0 && topic.startsWith("$")) {
                    return false;
                }
            } else {
                String level = level(i, identity);
                if (level == null || level.length() != end - at || !topic.startsWith(level, at)) {
                    return false;
                }
            }
            at = end + 1;
        }
        return at > topic.length();
    }

    private static int endOfLevel(String topic, int at) {
        int slash = topic.indexOf('/', at);
        return slash < 0 ? topic.length() : slash;
    }

    /** What stands at a level for somebody; null where no level of a topic can. */
    private @Nullable String level(int i, Identity identity) {
        return switch (kinds[i]) {
            case LITERAL, ONE, REST -> levels[i];
            case CLIENT_ID -> oneLevel(identity.clientId());
            case USER -> oneLevel(identity.user());
            case CERTIFICATE -> oneLevel(identity.certificateName().orElse(""));
        };
    }

    private static @Nullable String oneLevel(String name) {
        return Names.isOneLevel(name) ? name : null;
    }

    /** Whether some topic is one of these for somebody and matches a sound filter too. */
    boolean meets(String[] filter, Identity identity) {
        String[] own = resolved(identity);
        if (own == null) {
            return false;
        }
        for (int i = 0; ; i++) {
            boolean ownRest = i < own.length && own[i].equals(REST);
            boolean filterRest = i < filter.length && filter[i].equals(REST);
            if (ownRest || filterRest) {
                return i > 0 || !(isSystem(own[0]) || isSystem(filter[0]));
            }
            if (i == own.length || i == filter.length) {
                return own.length == filter.length;
            }
            boolean level =
                    own[i].equals(filter[i])
                            || takes(own[i], filter[i], i)
                            || takes(filter[i], own[i], i);
            if (!level) {
                return false;
            }
        }
    }

    /** Whether every topic that matches a sound filter is one of these for somebody. */
    boolean covers(String[] filter, Identity identity) {
        String[] own = resolved(identity);
        if (own == null) {
            return false;
        }
        for (int i = 0; ; i++) {
            if (i < own.length && own[i].equals(REST)) {
                return i > 0 || !isSystem(filter[0]);
            }
            if (i == own.length || i == filter.length) {
                return own.length == filter.length;
            }
            if (filter[i].equals(REST)
                    || !(own[i].equals(filter[i]) || takes(own[i], filter[i], i))) {
                return false;
            }
        }
    }

    /** Whether one level is a + that takes the other; at the first level it takes no $. */
    private static boolean takes(String one, String other, int i) {
        return one.equals(ONE) && !(i == 0 && isSystem(other));
    }

    /** Whether a first level is of the broker's own topics, which no wildcard there matches. */
    private static boolean isSystem(String first) {
        return first.startsWith("$");
    }

    /** The levels with somebody's names in their places; null where one of them can be no level. */
    private String @Nullable [] resolved(Identity identity) {
        String[] resolved = new String[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            String level = level(i, identity);
            if (level == null) {
                return null;
            }
            resolved[i] = level;
        }
        return resolved;
    }
}
