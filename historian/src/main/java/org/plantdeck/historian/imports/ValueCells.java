package org.plantdeck.historian.imports;

import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the cells of one tag by what its values are. Threads: one. */
final class ValueCells {

    private static final char REPLACEMENT = '\uFFFD';

    private final char mark;
    private final Set<String> absent;
    private @Nullable TagType type;
    private String fault = "";

    /** How many of some first cells look like what. */
    static final class Tendency {
        private int numbers;
        private int flags;
        private int texts;

        void see(String cell, char mark) {
            if (cell.isEmpty()) {
                return;
            }
            switch (look(cell.toCharArray(), 0, cell.length(), mark)) {
                case Value.Real _, Value.Whole _ -> numbers++;
                case Value.Flag _ -> flags++;
                case Value.Text _, Value.Absent _ -> texts++;
            }
        }

        /** What most of them are; empty where there are none. */
        Optional<TagType> type() {
            if (numbers + flags + texts == 0) {
                return Optional.empty();
            }
            if (numbers >= flags + texts) {
                return Optional.of(TagType.NUMBER);
            }
            return Optional.of(flags > texts + numbers ? TagType.FLAG : TagType.TEXT);
        }
    }

    /**
     * @param mark before decimals
     * @param absent texts that mean no value
     * @param type what the values are; what the first of them is where empty
     */
    ValueCells(char mark, Set<String> absent, Optional<TagType> type) {
        this.mark = mark;
        this.absent = absent;
        this.type = type.orElse(null);
    }

    private static Value look(char[] chars, int from, int to, char mark) {
        Value number = CellNumber.read(chars, from, to, mark);
        if (!(number instanceof Value.Absent)) {
            return number;
        }
        String text = new String(chars, from, to - from);
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Value.of(true);
            case "false" -> Value.of(false);
            default -> Value.of(text);
        };
    }

    /**
     * Reads a cell.
     *
     * @return {@link Value#absent()} where it has no value, or none of its kind: then {@link
     *     #fault()} is not empty
     */
    Value read(char[] chars, int from, int to) {
        fault = "";
        boolean isText = type == TagType.TEXT;
        if (from == to && !isText) {
            return Value.absent();
        }
        if (!absent.isEmpty() && absent.contains(new String(chars, from, to - from))) {
            return Value.absent();
        }
        if (isText) {
            return text(new String(chars, from, to - from));
        }
        if (type == null) {
            Value value = look(chars, from, to, mark);
            type = value instanceof Value.Whole ? TagType.NUMBER : TagType.of(value);
            return value instanceof Value.Text(String text) ? text(text) : value;
        }
        return type == TagType.FLAG ? flag(chars, from, to) : number(chars, from, to);
    }

    private Value number(char[] chars, int from, int to) {
        Value number = CellNumber.read(chars, from, to, mark);
        if (number instanceof Value.Absent) {
            fault = "\"" + new String(chars, from, to - from) + "\" is no number";
            boolean otherMark =
                    !(CellNumber.read(chars, from, to, mark == '.' ? ',' : '.')
                            instanceof Value.Absent);
            if (otherMark) {
                fault += " with a decimal " + (mark == '.' ? "point" : "comma");
            }
        }
        return number;
    }

    private Value flag(char[] chars, int from, int to) {
        String text = new String(chars, from, to - from);
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Value.of(true);
            case "false", "0" -> Value.of(false);
            default -> {
                fault = "\"" + text + "\" is neither true nor false";
                yield Value.absent();
            }
        };
    }

    private Value text(String text) {
        if (text.indexOf(REPLACEMENT) >= 0) {
            fault = "\"" + text + "\" is not in the file's encoding; name that with --encoding";
            return Value.absent();
        }
        return Value.of(text);
    }

    /** Why a cell that was read has no value though it is not empty. */
    String fault() {
        return fault;
    }
}
