package org.plantdeck.historian.backup;

import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.PartFailure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a backup holds, in lines a person can read:
 *
 * <pre>
 * plantdeck history backup 1
 * made 2026-11-22T09:05:12.000Z by 0.1.0
 * file 8192 9f86d081… history/archive.db
 * damaged history/day-2026-11-20.db it ends too early
 * end 60303ae2…
 * </pre>
 *
 * The last line has the SHA-256 of all before it.
 *
 * @param madeAt when
 * @param madeBy which version of PlantDeck
 * @param files each once
 * @param damages which of them, or of those left out, were damaged when they were copied
 */
record Manifest(Instant madeAt, String madeBy, List<Entry> files, List<Damage> damages) {

    static final String NAME = "MANIFEST";
    private static final String BEGIN = "plantdeck history backup ";
    private static final int VERSION = 1;
    private static final int WORDS_OF_A_FILE = 4;
    private static final int WORDS_OF_A_DAMAGE = 3;

    /**
     * A file of a backup.
     *
     * @param bytes its size
     * @param sha256 of its content, in hexadecimal
     */
    record Entry(String name, long bytes, String sha256) {}

    /**
     * A file that was damaged already.
     *
     * @param what is wrong with it, in words
     */
    record Damage(String name, String what) {}

    Manifest {
        files = List.copyOf(files);
        damages = List.copyOf(damages);
    }

    byte[] toBytes() {
        StringBuilder text = new StringBuilder(BEGIN).append(VERSION).append('\n');
        text.append("made ").append(IsoTime.format(madeAt)).append(" by ").append(madeBy);
        for (Entry file : files) {
            text.append("\nfile ").append(file.bytes).append(' ').append(file.sha256);
            text.append(' ').append(file.name);
        }
        for (Damage damage : damages) {
            text.append("\ndamaged ").append(damage.name).append(' ');
            text.append(damage.what.replace('\n', ' '));
        }
        text.append('\n');
        return (text + "end " + Digest.of(text.toString()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads one.
     *
     * @throws PartFailure where it is not one, is damaged, or is of a later version
     */
    static Manifest of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.startsWith(BEGIN)) {
            throw damaged("it does not begin as one");
        }
        List<String> lines = text.lines().toList();
        if (!lines.getFirst().equals(BEGIN + VERSION)) {
            throw new PartFailure(
                    "The backup is of the form "
                            + lines.getFirst().substring(BEGIN.length())
                            + ", which a later PlantDeck made; use that one");
        }
        int end = text.lastIndexOf("end ");
        if (end < 0 || !lines.getLast().equals("end " + Digest.of(text.substring(0, end)))) {
            throw damaged("its checksum is not that of its lines");
        }
        Instant madeAt = Instant.EPOCH;
        String madeBy = "";
        List<Entry> files = new ArrayList<>();
        List<Damage> damages = new ArrayList<>();
        for (String line : lines.subList(1, lines.size() - 1)) {
            if (line.startsWith("file ")) {
                files.add(entry(line));
            } else if (line.startsWith("damaged ")) {
                String[] words = line.split(" ", WORDS_OF_A_DAMAGE);
                damages.add(new Damage(words[1], words[words.length - 1]));
            } else if (line.startsWith("made ")) {
                String[] words = line.split(" ", -1);
                madeAt = IsoTime.parse(words.length > 1 ? words[1] : "").orElse(Instant.EPOCH);
                madeBy = words[words.length - 1];
            }
        }
        requireSound(files);
        return new Manifest(madeAt, madeBy, files, damages);
    }

    private static Entry entry(String line) {
        String[] words = line.split(" ", WORDS_OF_A_FILE);
        if (words.length < WORDS_OF_A_FILE || !words[1].matches("\\d{1,18}")) {
            throw damaged("a line of it is none: " + line);
        }
        return new Entry(words[3], Long.parseLong(words[1]), words[2]);
    }

    /** A name that leads elsewhere would overwrite what is there. */
    private static void requireSound(List<Entry> files) {
        Set<String> names = new HashSet<>();
        for (Entry file : files) {
            if (!HistoryPlace.isMember(file.name) || !names.add(file.name)) {
                throw damaged("it names " + file.name);
            }
        }
        if (files.isEmpty()) {
            throw damaged("it names no file");
        }
    }

    private static PartFailure damaged(String why) {
        return new PartFailure(
                "The list of the backup's files is damaged: " + why + "; take another backup");
    }

    /** How much all files are, in bytes. */
    long bytes() {
        return files.stream().mapToLong(Entry::bytes).sum();
    }
}
