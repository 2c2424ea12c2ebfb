package org.plantdeck.broker.access;

import java.util.Locale;
import java.util.Optional;

/**
 * One line of the rule file.
 *
 * @param subject whom it is about
 * @param action what it lets them do, or keeps them from
 * @param pattern on which topics
 */
record Rule(Subject subject, Action action, TopicPattern pattern) {

    boolean isAbout(Access access) {
        return action.isAbout(access);
    }

    /** Whom a rule is about. */
    sealed interface Subject {
        /** Whether it takes somebody of a role and a name. */
        boolean takes(Role role, String name);

        /** Everybody of a role. */
        record OfRole(Role role) implements Subject {
            @Override
            public boolean takes(Role other, String name) {
                return role == other;
            }
        }

        /** One name. */
        record OfUser(String name) implements Subject {
            @Override
            public boolean takes(Role role, String other) {
                return name.equals(other);
            }
        }

        /** Everybody. */
        record Everyone() implements Subject {
            @Override
            public boolean takes(Role role, String name) {
                return true;
            }
        }
    }

    /** What a rule lets somebody do, or keeps them from. */
    enum Action {
        READ(true, true, false),
        WRITE(true, false, true),
        READWRITE(true, true, true),
        DENY_READ(false, true, false),
        DENY_WRITE(false, false, true),
        DENY(false, true, true);

        private final boolean allows;
        private final boolean reading;
        private final boolean writing;

        Action(boolean allows, boolean reading, boolean writing) {
            this.allows = allows;
            this.reading = reading;
            this.writing = writing;
        }

        static Optional<Action> of(String word) {
            for (Action action : values()) {
                if (action.word().equals(word)) {
                    return Optional.of(action);
                }
            }
            return Optional.empty();
        }

        /** The word in the file: {@code deny-read}. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean allows() {
            return allows;
        }

        boolean isAbout(Access access) {
            return access == Access.READ ? reading : writing;
        }
    }

    /** What a rule is asked about. */
    enum Access {
        READ,
        WRITE
    }
}
