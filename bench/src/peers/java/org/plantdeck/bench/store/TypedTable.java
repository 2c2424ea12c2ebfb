package org.plantdeck.bench.store;

import org.plantdeck.signal.TagType;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * A table of an engine with typed columns: one for all groups with the same types, as a column
 * store has a table for each kind of device, not for each device. Threads: any.
 *
 * @param number of the table, from 0
 * @param types of its tags, whose columns are c0, c1 …, behind those of time and group
 * @param isShared whether it has a column that tells groups apart
 */
record TypedTable(int number, List<TagType> types, boolean isShared) {

    /** The table of each group, by the group's number. */
    static List<TypedTable> of(Layout layout) {
        List<List<TagType>> kinds = layout.types().stream().distinct().toList();
        List<TypedTable> tables = new ArrayList<>();
        for (List<TagType> types : layout.types()) {
            boolean isShared = layout.types().stream().filter(types::equals).count() > 1;
            tables.add(new TypedTable(kinds.indexOf(types), types, isShared));
        }
        return tables;
    }

    /** Each of the tables once, by its number. */
    static List<TypedTable> distinct(List<TypedTable> ofGroups) {
        return ofGroups.stream().distinct().toList();
    }

    String name() {
        return "t" + number;
    }

    /** What its columns are in SQL, in parentheses. */
    String columns(String timeType, Function<TagType, String> typeInSql) {
        StringJoiner columns = new StringJoiner(", ", "(", ")").add("time " + timeType);
        if (isShared) {
            columns.add("g INT");
        }
        for (int i = 0; i < types.size(); i++) {
            columns.add("c" + i + " " + typeInSql.apply(types.get(i)));
        }
        return columns.toString();
    }

    /** A condition more for rows of the first group. */
    String andFirstGroup() {
        return isShared ? " AND g = 0" : "";
    }
}
