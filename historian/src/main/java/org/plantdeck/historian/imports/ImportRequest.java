package org.plantdeck.historian.imports;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be imported, and how it is to be read. What is left open is found out from the file.
 *
 * @param file the CSV file
 * @param shape how the file is written
 * @param times where its times stand and what they mean
 * @param names which tags its columns are
 * @param skipsBadLines whether lines that cannot be read are left out; otherwise one of them keeps
 *     everything out
 */
public record ImportRequest(
        Path file, Shape shape, Times times, Names names, boolean skipsBadLines) {

    /**
     * How a file is written.
     *
     * @param separator between cells; found out where empty
     * @param decimalMark before decimals, a point or a comma; found out where empty
     * @param charset UTF-8 where empty, or what a byte order mark says
     * @param linesBefore lines before the one with the names
     * @param hasUnits whether a line with units follows the names
     * @param absent texts that mean no value, beside an empty cell
     */
    public record Shape(
            Optional<Character> separator,
            Optional<Character> decimalMark,
            Optional<Charset> charset,
            int linesBefore,
            boolean hasUnits,
            Set<String> absent) {

        /** All of it found out. */
        public static final Shape OPEN =
                new Shape(Optional.empty(), Optional.empty(), Optional.empty(), 0, false, Set.of());

        public Shape {
            absent = Set.copyOf(absent);
        }
    }

    /**
     * Where times stand.
     *
     * @param column its name; found out where empty
     * @param format iso, epoch-s, epoch-ms, epoch-us, epoch-ns or a pattern of {@link
     *     java.time.format.DateTimeFormatter}; found out where empty
     * @param zone whose clock showed times without an offset; UTC where empty
     */
    public record Times(Optional<String> column, Optional<String> format, Optional<ZoneId> zone) {

        /** All of it found out. */
        public static final Times OPEN =
                new Times(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Which tags columns are.
     *
     * @param tags the full name of a tag by the name of its column
     * @param topic of columns whose name has none; without it they are not known
     * @param ignored columns that are left out
     * @param ignoresUnknown whether columns that are not known are left out; otherwise they are an
     *     error
     * @param list the columns of tag and value of a file that has a value a line; found out where
     *     empty
     */
    public record Names(
            Map<String, String> tags,
            Optional<String> topic,
            Set<String> ignored,
            boolean ignoresUnknown,
            Optional<ListColumns> list) {

        /** All of it found out. */
        public static final Names OPEN =
                new Names(Map.of(), Optional.empty(), Set.of(), false, Optional.empty());

        public Names {
            tags = Map.copyOf(tags);
            ignored = Set.copyOf(ignored);
        }
    }

    /**
     * Where tag and value stand in a file that has a value a line.
     *
     * @param tag the column with names of tags
     * @param value the column with values
     */
    public record ListColumns(String tag, String value) {}

    /** A file of which everything is found out. */
    public static ImportRequest of(Path file) {
        return new ImportRequest(file, Shape.OPEN, Times.OPEN, Names.OPEN, false);
    }
}
