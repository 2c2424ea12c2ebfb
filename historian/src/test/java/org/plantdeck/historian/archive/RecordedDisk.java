package org.plantdeck.historian.archive;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process did to its files, as its system calls say: each write, truncation, removal and
 * sync in order, and what it said meanwhile. From that it makes what a disk may hold after the
 * power fails at some point: what was synced, and of what was not, any part in blocks of 512 bytes.
 */
final class RecordedDisk {

    private static final int BLOCK = 512;
    private static final Pattern CALL = Pattern.compile("^(\\d+) +(\\w+)\\((.*)$", Pattern.DOTALL);
    private static final Pattern RESUMED = Pattern.compile("^(\\d+) +<\\.\\.\\. (\\w+) resumed>.*");
    private static final Pattern FILE = Pattern.compile("^\\d+<([^>]*)>(.*)$", Pattern.DOTALL);
    private static final Pattern BYTES =
            Pattern.compile(
                    "^, \"((?:\\\\x[0-9a-f]{2})*)\", (\\d+)(?:, (\\d+))?.*", Pattern.DOTALL);

    private sealed interface Event {}

    private record Written(String file, long offset, byte[] bytes) implements Event {}

    private record Cut(String file, long size) implements Event {}

    private record Synced(String file) implements Event {}

    private record Removed(String file) implements Event {}

    private record Said(int number) implements Event {}

    private final Path folder;
    private final List<Event> events = new ArrayList<>();

    /**
     * @param folder whose files count
     * @param trace what strace wrote with -f -y -xx
     */
    RecordedDisk(Path folder, Path trace) throws IOException {
        this.folder = folder;
        Map<String, Event> waiting = new HashMap<>();
        try (var lines = Files.lines(trace)) {
            lines.forEach(line -> take(line, waiting));
        }
    }

    private void take(String line, Map<String, Event> waiting) {
        Matcher resumed = RESUMED.matcher(line);
        if (resumed.matches()) {
            Event event = waiting.remove(resumed.group(1));
            if (event != null) {
                events.add(event);
            }
            return;
        }
        Matcher call = CALL.matcher(line);
        if (!call.matches()) {
            return;
        }
        Event event = event(call.group(2), call.group(3));
        if (event instanceof Synced && line.endsWith("<unfinished ...>")) {
            waiting.put(call.group(1), event); // it holds when it has returned
        } else if (event != null) {
            events.add(event);
        }
    }

    private @Nullable Event event(String name, String rest) {
        if (name.equals("unlink")) {
            String file = text(rest.substring(1, rest.indexOf('"', 1)));
            return isOurs(file) ? new Removed(file) : null;
        }
        Matcher file = FILE.matcher(rest);
        if (!file.matches()) {
            return null;
        }
        String path = text(file.group(1));
        String after = file.group(2);
        if (name.equals("write")) {
            return said(after);
        }
        if (!isOurs(path)) {
            return null;
        }
        return switch (name) {
            case "fsync", "fdatasync" -> new Synced(path);
            case "ftruncate" ->
                    new Cut(path, Long.parseLong(after.replaceAll("^, (\\d+).*", "$1")));
            case "pwrite64" -> {
                Matcher bytes = BYTES.matcher(after);
                if (!bytes.matches()) {
                    throw new IllegalStateException("a write that cannot be read: " + after);
                }
                yield new Written(path, Long.parseLong(bytes.group(3)), bytes(bytes.group(1)));
            }
            default -> null;
        };
    }

    private static @Nullable Event said(String after) {
        Matcher bytes = BYTES.matcher(after);
        if (bytes.matches()) {
            String text = new String(bytes(bytes.group(1)), StandardCharsets.UTF_8);
            if (text.startsWith("durable ")) {
                return new Said(Integer.parseInt(text.strip().substring("durable ".length())));
            }
        }
        return null;
    }

    private boolean isOurs(String file) {
        return file.startsWith(folder.toString()) && file.contains(".db") && !file.endsWith("-shm");
    }

    private static String text(String escaped) {
        return escaped.startsWith("\\x")
                ? new String(bytes(escaped), StandardCharsets.UTF_8)
                : escaped;
    }

    private static byte[] bytes(String escaped) {
        return HexFormat.of().parseHex(escaped.replace("\\x", ""));
    }

    /** How much there is to cut. */
    int size() {
        return events.size();
    }

    /** How many numbers were said before a point; they count up from 0. */
    int saidBefore(int point) {
        return (int) events.subList(0, point).stream().filter(it -> it instanceof Said).count();
    }

    /** Makes what a disk may hold if the power fails before an event. */
    void restore(int point, Random random, Path into) throws IOException {
        Map<String, byte[]> durable = new HashMap<>();
        Map<String, List<Event>> pending = new HashMap<>();
        for (Event event : events.subList(0, point)) {
            switch (event) {
                case Synced(String file) -> {
                    for (Event each : pending.getOrDefault(file, List.of())) {
                        apply(each, durable);
                    }
                    pending.remove(file);
                }
                case Written(String file, _, _) ->
                        pending.computeIfAbsent(file, _ -> new ArrayList<>()).add(event);
                case Cut(String file, _) ->
                        pending.computeIfAbsent(file, _ -> new ArrayList<>()).add(event);
                case Removed(String file) -> {
                    durable.remove(file);
                    pending.remove(file);
                }
                case Said _ -> {}
            }
        }
        for (List<Event> each : pending.values()) {
            for (Event event : each) {
                if (random.nextBoolean()) {
                    apply(part(event, random), durable);
                }
            }
        }
        for (Map.Entry<String, byte[]> file : durable.entrySet()) {
            Files.write(into.resolve(Path.of(file.getKey()).getFileName()), file.getValue());
        }
    }

    /** A write, or as many blocks of it as the disk came to. */
    private static Event part(Event event, Random random) {
        if (event instanceof Written(String file, long offset, byte[] bytes)
                && bytes.length > BLOCK
                && random.nextInt(3) == 0) {
            int blocks = random.nextInt(bytes.length / BLOCK);
            return new Written(file, offset, Arrays.copyOf(bytes, blocks * BLOCK));
        }
        return event;
    }

    private static void apply(Event event, Map<String, byte[]> files) {
        switch (event) {
            case Written(String file, long offset, byte[] bytes) -> {
                byte[] old = files.getOrDefault(file, new byte[0]);
                int end = Math.toIntExact(offset) + bytes.length;
                byte[] now = Arrays.copyOf(old, Math.max(old.length, end));
                System.arraycopy(bytes, 0, now, Math.toIntExact(offset), bytes.length);
                files.put(file, now);
            }
            case Cut(String file, long size) ->
                    files.put(
                            file,
                            Arrays.copyOf(
                                    files.getOrDefault(file, new byte[0]), Math.toIntExact(size)));
            default -> throw new IllegalStateException("not a change: " + event);
        }
    }
}
