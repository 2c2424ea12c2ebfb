package org.plantdeck.historian.imports;

import org.plantdeck.historian.imports.ImportResult.Column;
import org.plantdeck.historian.imports.ImportResult.Use;
import org.plantdeck.signal.TagType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The tags of a file in the order they came: where they stand in rows, and how their cells are
 * read. Threads: one.
 */
final class FileTags {

    private final Sample sample;
    private final Set<String> absent;
    private final RowAssembler rows;
    private final Map<String, FileTag> byName = new LinkedHashMap<>();

    /**
     * A tag of the file; without a target where it is left out.
     *
     * @param slot its place in rows
     * @param cells reads what it has
     */
    record FileTag(String name, Optional<TagTarget> target, int slot, ValueCells cells) {

        private Column column(Use use, RowAssembler rows) {
            return new Column(
                    name,
                    use,
                    target.map(TagTarget::name).orElse(""),
                    slot < 0 ? 0 : rows.valuesOf(slot));
        }
    }

    FileTags(Sample sample, Set<String> absent, RowAssembler rows) {
        this.sample = sample;
        this.absent = absent;
        this.rows = rows;
    }

    /** The tag that has a column of its own. */
    FileTag ofColumn(int column, TagTarget target) {
        return know(
                sample.header().get(column),
                Optional.of(target),
                tendency(row -> row.get(column)),
                sample.unit(column));
    }

    /** A tag whose name stands in a column beside its values. */
    FileTag ofName(String name, FileColumns columns, TagResolver tags) {
        FileTag known = byName.get(name);
        if (known != null) {
            return known;
        }
        int named = columns.position(Use.TAG_NAMES);
        int value = columns.position(Use.VALUES_OF_TAGS);
        Optional<TagTarget> target = tags.isIgnored(name) ? Optional.empty() : tags.resolve(name);
        return know(
                name,
                target,
                tendency(row -> row.get(named).equals(name) ? row.get(value) : ""),
                "");
    }

    private FileTag know(
            String name, Optional<TagTarget> target, Optional<TagType> tendency, String unit) {
        Optional<TagType> type = target.flatMap(TagTarget::type).or(() -> tendency);
        FileTag tag =
                new FileTag(
                        name,
                        target,
                        target.isPresent() ? rows.slot(target.get(), unit) : -1,
                        new ValueCells(sample.decimalMark(), absent, type));
        byName.put(name, tag);
        return tag;
    }

    /** The cell of a tag in a row of the first ones. */
    private interface CellOf {
        String in(List<String> row);
    }

    private Optional<TagType> tendency(CellOf cell) {
        ValueCells.Tendency tendency = new ValueCells.Tendency();
        for (List<String> row : sample.rows()) {
            String text = cell.in(row);
            if (!absent.contains(text)) {
                tendency.see(text, sample.decimalMark());
            }
        }
        return tendency.type();
    }

    /** What each column is; behind them, where values stand beside names, each tag. */
    List<Column> columns(FileColumns of) {
        IntFunction<Column> plain = i -> new Column(of.name(i), of.uses().get(i), "", 0);
        List<Column> uses = new ArrayList<>();
        for (int i = 0; i < of.width(); i++) {
            FileTag tag = byName.get(of.name(i));
            uses.add(
                    of.isList() || tag == null
                            ? plain.apply(i)
                            : tag.column(of.uses().get(i), rows));
        }
        if (of.isList()) {
            byName.values()
                    .forEach(tag ->
                            uses.add(
                                    tag.column(
                                            tag.target().isPresent() ? Use.VALUE : Use.LEFT_OUT,
                                            rows)));
        }
        return uses;
    }
}
