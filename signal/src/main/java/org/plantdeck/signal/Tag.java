package org.plantdeck.signal;

/**
 * One named value that a source publishes.
 *
 * @param source who publishes it
 * @param key its path in the body, nested keys joined by a dot
 * @param type what kind of value it holds
 * @param unit the unit as shown to people; empty for a count, a ratio or a word
 * @param decimals decimals published and shown, 0 to 3; 0 for anything but a number
 * @param low bottom of the scale it is shown on
 * @param high top of that scale
 * @param description what it means for the plant, one phrase in sentence case
 */
public record Tag(
        FactorySource source,
        String key,
        TagType type,
        String unit,
        int decimals,
        double low,
        double high,
        String description) {

    /** The full name: topic, slash, key, as in {@code factory/energy/voltages.L1}. */
    public String name() {
        return source.topic() + "/" + key;
    }

    /**
     * The column in the historian's tables: nested names joined by an underscore, as in {@code
     * voltages_L1}.
     */
    public String column() {
        return key.replace('.', '_');
    }
}
