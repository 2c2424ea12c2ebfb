package org.plantdeck.plantruntime.settings;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word a person most likely meant. Threads: any. */
public final class Nearest {

    private Nearest() {}

    /**
     * The candidate that takes the fewest changed letters; empty where that is more than a third of
     * the word.
     */
    public static Optional<String> of(String word, Collection<String> candidates) {
        String lower = word.toLowerCase(Locale.ROOT);
        int best = Math.max(2, lower.length() / 3) + 1;
        Optional<String> found = Optional.empty();
        for (String candidate : candidates) {
            int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
            if (distance < best) {
                best = distance;
                found = Optional.of(candidate);
            }
        }
        return found.or(() -> endingWith(lower, candidates));
    }

    /** A person often remembers the last word of a key and not its section. */
    private static Optional<String> endingWith(String word, Collection<String> candidates) {
        String last = word.substring(word.lastIndexOf('.') + 1);
        return candidates.stream().filter(it -> it.endsWith("." + last)).findFirst();
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int same = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(same, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
