package org.plantdeck.historian.export;

import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagType;

/**
 * A column of an export.
 *
 * @param name its heading, a tag's full name where it holds a tag
 * @param unit the unit of its numbers; empty for none
 * @param type what it holds by its nature; a cell of it may still hold something else
 */
public record ExportColumn(String name, String unit, TagType type) {

    static ExportColumn of(StoredTag tag) {
        String unit = FactoryTags.named(tag.name()).map(Tag::unit).orElse(tag.unit());
        return new ExportColumn(tag.name(), unit, tag.type());
    }

    ExportColumn withType(TagType other) {
        return new ExportColumn(name, unit, other);
    }
}
