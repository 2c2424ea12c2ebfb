package org.plantdeck.broker.access;

import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.PartFailure;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the users file says: a line a user, {@code name:role:hash}, where {@code -} is no hash. An
 * empty line or one that begins with {@code #} says nothing. Immutable. Threads: any.
 */
final class UserList {

    private static final String NO_PASSWORD = "-";
    private static final String FORM =
            "a user is name:role:hash; `plantdeck users add` writes such lines";

    private final Map<String, Entry> entries;

    private UserList(Map<String, Entry> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    /**
     * One user.
     *
     * @param name who
     * @param role what they are
     * @param hash of the password; empty where only a certificate lets them in
     */
    record Entry(String name, Role role, Optional<PasswordHash> hash) {

        /** As it is said outside. */
        User user() {
            return new User(name, role, hash.isPresent());
        }

        /** As a line. */
        String line() {
            return name
                    + ":"
                    + role.word()
                    + ":"
                    + hash.map(PasswordHash::text).orElse(NO_PASSWORD);
        }
    }

    /**
     * Reads every line.
     *
     * @throws PartFailure naming the file, the line and what is expected there
     */
    static UserList read(Path file, List<String> lines) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String where = file + ", line " + (i + 1) + ": ";
            Entry entry = entry(where, line);
            if (entries.put(entry.name(), entry) != null) {
                throw new PartFailure(
                        where + entry.name() + " stands here a second time; remove one");
            }
        }
        return new UserList(entries);
    }

    private static Entry entry(String where, String line) {
        String[] fields = line.split(":", -1);
        if (fields.length != 3) {
            throw new PartFailure(where + FORM);
        }
        try {
            Names.requireForUser(fields[0]);
        } catch (PartFailure unusable) {
            throw new PartFailure(where + unusable.sentence(), unusable);
        }
        Role role =
                Role.of(fields[1])
                        .filter(Role.ofUsers()::contains)
                        .orElseThrow(() ->
                                new PartFailure(
                                        where
                                                + "\""
                                                + fields[1]
                                                + "\" is no role of a user; must be one of "
                                                + Role.words(Role.ofUsers())));
        if (fields[2].equals(NO_PASSWORD)) {
            return new Entry(fields[0], role, Optional.empty());
        }
        Optional<PasswordHash> hash = PasswordHash.parse(fields[2]);
        if (hash.isEmpty()) {
            throw new PartFailure(
                    where
                            + "what stands for the password of "
                            + fields[0]
                            + " is no Argon2id hash; remove the line and add the user again");
        }
        return new Entry(fields[0], role, hash);
    }

    /** The user of a name; null where there is none. */
    @Nullable Entry named(String name) {
        return entries.get(name);
    }

    /** What verifying a password of somebody here costs; empty where nobody has one. */
    Optional<HashCost> costOfOne() {
        return entries.values().stream()
                .flatMap(it -> it.hash().stream())
                .map(PasswordHash::cost)
                .findFirst();
    }

    /** Everyone, in the order of the file. */
    List<User> all() {
        return entries.values().stream().map(Entry::user).toList();
    }
}
