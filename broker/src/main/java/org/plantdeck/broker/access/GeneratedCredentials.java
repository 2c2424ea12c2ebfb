package org.plantdeck.broker.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.plantdeck.signal.PartFailure;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The passwords of parts, which nobody has to think of: 192 random bits for each, drawn when it is
 * asked for first, in a file that the parts and brokers of a data directory share, a line a part,
 * {@code name:password}. They are kept as they are, because the parts must be able to say them;
 * what keeps them is that only their owner reads the file. Threads: any; processes: any.
 */
public final class GeneratedCredentials {

    private static final int PASSWORD_BYTES = 24;

    private final OwnerFile file;
    private final WatchedFile<Map<String, String>> known;
    private final SecureRandom random = new SecureRandom();

    private GeneratedCredentials(OwnerFile file, WatchedFile<Map<String, String>> known) {
        this.file = file;
        this.known = known;
    }

    /**
     * Reads the file; it need not exist.
     *
     * @throws PartFailure naming the line where it is broken
     */
    public static GeneratedCredentials open(Path path) {
        OwnerFile file = new OwnerFile(path);
        return new GeneratedCredentials(
                file, new WatchedFile<>(path, () -> read(path, file.lines())));
    }

    private static Map<String, String> read(Path path, List<String> lines) {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int colon = line.indexOf(':');
            boolean isSound = colon > 0 && line.length() - colon > PASSWORD_BYTES;
            if (!isSound
                    || passwords.put(line.substring(0, colon), line.substring(colon + 1)) != null) {
                throw new PartFailure(
                        path
                                + ", line "
                                + (i + 1)
                                + ": this is not the name and password of one part; remove the"
                                + " line, and PlantDeck writes what is missing");
            }
        }
        return Collections.unmodifiableMap(passwords);
    }

    /**
     * The password of a part, drawn now where it has none yet.
     *
     * @param part the name the part has in its status topic: PLC1, Historian, …
     * @throws PartFailure where it cannot be kept
     */
    public String password(String part) {
        String password = known.fresh().get(part);
        if (password != null) {
            return password;
        }
        Names.requireForUser(part);
        file.change(lines -> {
            if (read(file.path(), lines).containsKey(part)) {
                return lines;
            }
            List<String> more = new ArrayList<>(lines);
            more.add(part + ":" + draw(random));
            return more;
        });
        String drawn = known.fresh().get(part);
        if (drawn == null) {
            throw new PartFailure(
                    file.path() + " does not keep what is written there; choose another directory");
        }
        return drawn;
    }

    /** A password nobody guesses, of letters, digits, - and _. */
    public static String draw(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The parts that have a password. */
    Set<String> names() {
        return known.fresh().keySet();
    }

    /** Why the file as it was last seen does not hold; empty where it does. */
    Optional<String> complaint() {
        return known.complaint();
    }

    /** Whether this is the password of that part; takes as long for a wrong one. */
    boolean isOf(String part, byte[] password) {
        String its = known.fresh().get(part);
        return its != null && MessageDigest.isEqual(its.getBytes(UTF_8), password);
    }
}
