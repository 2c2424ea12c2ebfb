package org.plantdeck.app.live;

import org.plantdeck.signal.Tag;
import org.plantdeck.signal.Value;

/**
 * A tag's value as a screen may show it.
 *
 * @param tag which tag
 * @param value the newest value; {@link Value#absent()} where there is none
 * @param freshness whether it is live
 */
public record Shown(Tag tag, Value value, Freshness freshness) {

    /** The number; not-a-number where there is none. */
    public double number() {
        return value.asDouble();
    }

    /** The text; empty where there is none. */
    public String text() {
        return value.asText();
    }
}
