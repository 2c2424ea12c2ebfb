package org.plantdeck.plcsim.plc;

import org.plantdeck.signal.FactoryTags;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of faults as people read it in docs/faults.md. */
final class FaultTable {

    /** How a value moves. */
    enum Direction {
        UP("↑", 1),
        DOWN("↓", -1),
        EITHER("↕", 0);

        private final String arrow;
        private final int sign;

        Direction(String arrow, int sign) {
            this.arrow = arrow;
            this.sign = sign;
        }

        /** 1, -1, or 0 where either way is right. */
        int sign() {
            return sign;
        }

        private static Direction of(String arrow) {
            for (Direction direction : values()) {
                if (direction.arrow.equals(arrow)) {
                    return direction;
                }
            }
            throw new IllegalArgumentException(arrow);
        }
    }

    /**
     * One row.
     *
     * @param kind the word of the fault
     * @param failure what fails
     * @param size standard, range, unit and meaning as they are written
     * @param moves tags that move noticeably
     * @param movesLittle further tags that move a little
     */
    record Row(
            String kind,
            String failure,
            String size,
            Map<String, Direction> moves,
            Map<String, Direction> movesLittle) {}

    private static final Path PAGE = Path.of("..", "docs", "faults.md");
    private static final Pattern ENTRY = Pattern.compile("`([^`]+)` ([↑↓↕])|\\*([^*]+)\\*");
    private static final Pattern REST = Pattern.compile("[, –]*");

    private final Map<String, Map<String, Direction>> groups = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private FaultTable() {
        String page = page();
        for (List<String> cells : cells(page, "groups", 2)) {
            groups.put(cells.get(0).replace("*", ""), moves(cells.get(1)));
        }
        for (List<String> cells : cells(page, "faults", 5)) {
            Map<String, Direction> moves = moves(cells.get(3));
            Map<String, Direction> little = moves(cells.get(4));
            little.keySet().removeAll(moves.keySet());
            rows.add(
                    new Row(
                            cells.get(0).replace("`", ""),
                            cells.get(1),
                            cells.get(2),
                            moves,
                            little));
        }
    }

    static FaultTable read() {
        return new FaultTable();
    }

    private static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> cells(String page, String name, int columns) {
        String begin = "<!-- " + name + " begin -->";
        String table =
                page.substring(
                        page.indexOf(begin) + begin.length(),
                        page.indexOf("<!-- " + name + " end -->"));
        List<List<String>> rows = new ArrayList<>();
        table.strip()
                .lines()
                .skip(2)
                .forEach(line -> {
                    List<String> cells =
                            Pattern.compile("\\|")
                                    .splitAsStream(line)
                                    .skip(1)
                                    .map(String::strip)
                                    .toList();
                    if (cells.size() != columns) {
                        throw new AssertionError(columns + " columns are wanted in " + line);
                    }
                    rows.add(cells);
                });
        return rows;
    }

    /** What a cell says: its groups first, then what it names itself. */
    private Map<String, Direction> moves(String cell) {
        Map<String, Direction> named = new LinkedHashMap<>();
        Map<String, Direction> moves = new LinkedHashMap<>();
        Matcher entry = ENTRY.matcher(cell);
        while (entry.find()) {
            if (entry.group(3) == null) {
                String tag = entry.group(1);
                if (FactoryTags.named(tag).isEmpty()) {
                    throw new AssertionError("no tag " + tag);
                }
                if (named.put(tag, Direction.of(entry.group(2))) != null) {
                    throw new AssertionError(tag + " is named twice in " + cell);
                }
            } else if (groups.containsKey(entry.group(3))) {
                moves.putAll(groups.get(entry.group(3)));
            } else {
                throw new AssertionError("no short form " + entry.group(3));
            }
        }
        if (!REST.matcher(ENTRY.matcher(cell).replaceAll("")).matches()) {
            throw new AssertionError("not understood: " + cell);
        }
        moves.putAll(named);
        return moves;
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    Row row(String kind) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row for " + kind));
    }
}
