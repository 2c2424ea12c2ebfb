package org.plantdeck.broker.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.plantdeck.signal.PartFailure;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Changes the users file: whole, under a lock, for running brokers to read again. Lines of comment
 * stay. Threads: any; processes: any.
 */
public final class UserFile {

    /** The shortest password, in letters. */
    public static final int PASSWORD_MIN = 8;

    /** The longest password, in bytes of UTF-8. */
    private static final int PASSWORD_BYTES_MAX = 1024;

    private final OwnerFile file;
    private final HashCost cost;
    private final Set<String> ofParts;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param path the file; it need not exist
     * @param cost of the passwords that are set from now on
     * @param ofParts names that belong to parts and have generated passwords
     */
    public UserFile(Path path, HashCost cost, Set<String> ofParts) {
        file = new OwnerFile(path);
        this.cost = cost;
        this.ofParts = Set.copyOf(ofParts);
    }

    /**
     * Everyone, in the order of the file.
     *
     * @throws PartFailure naming the line where the file is broken
     */
    public List<User> all() {
        return read(file.lines()).all();
    }

    /**
     * Adds a user.
     *
     * @param password lets them in; empty where only a certificate of that name is to. A part's
     *     name takes a certificate and the role part only.
     * @throws PartFailure saying why not
     */
    public void add(String name, Role role, Optional<String> password) {
        Names.requireForUser(name);
        if (!Role.ofUsers().contains(role)) {
            throw new PartFailure(
                    role.word()
                            + " is no role of a user; must be one of "
                            + Role.words(Role.ofUsers()));
        }
        boolean isPart = ofParts.stream().anyMatch(name::equalsIgnoreCase);
        if (isPart && (role != Role.PART || password.isPresent())) {
            throw new PartFailure(
                    "\""
                            + name
                            + "\" is a part's name; `plantdeck credentials export "
                            + name.toLowerCase(Locale.ROOT)
                            + "` gives its password");
        }
        Optional<PasswordHash> hash = password.map(this::hash);
        change(lines -> {
            if (read(lines).named(name) != null) {
                throw new PartFailure(
                        "there is a user "
                                + name
                                + " already; `plantdeck users passwd "
                                + name
                                + "` sets another password");
            }
            lines.add(new UserList.Entry(name, role, hash).line());
            return lines;
        });
    }

    /**
     * Sets another password. Who is connected stays; the next connect asks for it.
     *
     * @throws PartFailure where there is no such user, or the password is too short
     */
    public void changePassword(String name, String password) {
        PasswordHash hash = hash(password);
        change(lines -> {
            UserList.Entry before = read(lines).named(name);
            if (before == null) {
                throw nobody(name);
            }
            String line =
                    new UserList.Entry(before.name(), before.role(), Optional.of(hash)).line();
            lines.replaceAll(it -> isOf(name, it) ? line : it);
            return lines;
        });
    }

    /**
     * Removes a user.
     *
     * @throws PartFailure where there is none
     */
    public void remove(String name) {
        change(lines -> {
            if (!lines.removeIf(it -> isOf(name, it))) {
                throw nobody(name);
            }
            return lines;
        });
    }

    /** Changes a copy of the lines. */
    private void change(UnaryOperator<List<String>> change) {
        file.change(lines -> change.apply(new ArrayList<>(lines)));
    }

    private static boolean isOf(String name, String line) {
        return line.strip().startsWith(name + ":");
    }

    private UserList read(List<String> lines) {
        return UserList.read(file.path(), lines);
    }

    private PasswordHash hash(String password) {
        if (password.codePointCount(0, password.length()) < PASSWORD_MIN) {
            throw new PartFailure(
                    "the password is too short; it must have at least "
                            + PASSWORD_MIN
                            + " letters");
        }
        byte[] bytes = password.getBytes(UTF_8);
        if (bytes.length > PASSWORD_BYTES_MAX) {
            throw new PartFailure(
                    "the password is too long; it may have " + PASSWORD_BYTES_MAX + " bytes");
        }
        return PasswordHash.of(bytes, cost, random);
    }

    private static PartFailure nobody(String name) {
        return new PartFailure(
                "there is no user " + name + "; `plantdeck users list` shows who there is");
    }
}
