package org.plantdeck.broker.access;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password as Argon2id (RFC 9106) leaves it, in the usual form {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}: the cost and the salt stand with the hash. Threads:
 * any; one at a time fills memory.
 *
 * @param cost what it cost
 * @param salt random, of each password its own
 * @param hash the result
 */
record PasswordHash(HashCost cost, byte[] salt, byte[] hash) {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** The fields of the form: memory, passes, salt, hash. */
    private static final Pattern FORM =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1"
                            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /** However many connect at once, the memory of one verification is used. */
    private static final ReentrantLock MEMORY = new ReentrantLock();

    /** Hashes a password with a salt of its own. */
    static PasswordHash of(byte[] password, HashCost cost, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordHash(cost, salt, argon2id(password, cost, salt, HASH_BYTES));
    }

    /** Reads the usual form; empty where the text is not of it. */
    static Optional<PasswordHash> parse(String text) {
        Matcher fields = FORM.matcher(text);
        if (!fields.matches()) {
            return Optional.empty();
        }
        try {
            HashCost cost =
                    new HashCost(
                            Integer.parseInt(fields.group(1)), Integer.parseInt(fields.group(2)));
            Base64.Decoder decoder = Base64.getDecoder();
            return Optional.of(
                    new PasswordHash(
                            cost,
                            decoder.decode(fields.group(3)),
                            decoder.decode(fields.group(4))));
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
    }

    /** The usual form. */
    String text() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
                .formatted(
                        cost.memoryKib(),
                        cost.passes(),
                        encoder.encodeToString(salt),
                        encoder.encodeToString(hash));
    }

    /** Whether this is the password; takes the time the cost says, whatever the answer. */
    boolean isOf(byte[] password) {
        return MessageDigest.isEqual(hash, argon2id(password, cost, salt, hash.length));
    }

    private static byte[] argon2id(byte[] password, HashCost cost, byte[] salt, int bytes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(cost.memoryKib())
                        .withIterations(cost.passes())
                        .withParallelism(1)
                        .withSalt(salt)
                        .build());
        byte[] result = new byte[bytes];
        MEMORY.lock();
        try {
            generator.generateBytes(password, result);
        } finally {
            MEMORY.unlock();
        }
        return result;
    }
}
