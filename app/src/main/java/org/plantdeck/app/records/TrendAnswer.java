package org.plantdeck.app.records;

import org.plantdeck.app.trends.StoredCourse;
import org.plantdeck.historian.store.StoredTag;

import java.time.Instant;
import java.util.Map;

/**
 * What the history knows.
 *
 * @param request what was asked
 * @param courses the course of each tag
 * @param marks up to which reading of each topic they hold everything that was stored
 */
record TrendAnswer(
        TrendRequest request, Map<StoredTag, StoredCourse> courses, Map<String, Mark> marks) {

    TrendAnswer {
        courses = Map.copyOf(courses);
        marks = Map.copyOf(marks);
    }

    /**
     * A reading.
     *
     * @param run its run
     * @param measuredAt its time
     */
    record Mark(String run, Instant measuredAt) {}
}
