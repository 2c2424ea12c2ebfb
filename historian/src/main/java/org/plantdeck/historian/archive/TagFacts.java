package org.plantdeck.historian.archive;

/**
 * What is known of a tag.
 *
 * @param key its name within its group, such as {@code voltages.L1}
 * @param type such as {@code NUMBER}, {@code COUNT}, {@code FLAG} or {@code TEXT}
 * @param unit such as {@code bar}; empty for none
 * @param meaning in a few words; empty where nobody said
 */
public record TagFacts(String key, String type, String unit, String meaning) {}
