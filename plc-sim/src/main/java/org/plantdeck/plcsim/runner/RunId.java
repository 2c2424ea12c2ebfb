package org.plantdeck.plcsim.runner;

import org.plantdeck.signal.IsoTime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** The name of a run. */
final class RunId {

    private static final int BYTES = 4;

    private RunId() {}

    /** Eight hexadecimal digits that stand for seed, start and number of fresh starts. */
    static String of(long seed, Instant start, long freshStarts) {
        String text = seed + "|" + IsoTime.format(start) + "|" + freshStarts;
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
