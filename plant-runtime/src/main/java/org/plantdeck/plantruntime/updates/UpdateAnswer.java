package org.plantdeck.plantruntime.updates;

/** What a check for a newer version came to. */
public sealed interface UpdateAnswer {

    /**
     * There is none.
     *
     * @param version the newest, as the file says it; not newer than the one that runs
     */
    record UpToDate(String version) implements UpdateAnswer {}

    /**
     * There is one.
     *
     * @param version the newest
     * @param where where to get it, as the file says it; empty where it does not
     */
    record Newer(String version, String where) implements UpdateAnswer {}

    /**
     * It could not be told.
     *
     * @param sentence which file, why, and what to do
     */
    record Unknown(String sentence) implements UpdateAnswer {}
}
