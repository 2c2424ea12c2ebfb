package org.plantdeck.historian.archive;

/**
 * A tag of an archive.
 *
 * @param id its number there
 * @param group which tags it shares its time stamps with, such as a topic
 * @param facts what is known of it
 */
public record ArchivedTag(int id, String group, TagFacts facts) {

    /** The full name: group, slash, key. */
    public String name() {
        return group + "/" + facts.key();
    }
}
