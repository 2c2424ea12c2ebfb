package org.plantdeck.app.records;

import org.plantdeck.app.trends.StoredCourse;
import org.plantdeck.historian.store.StoredTag;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the history knows.
 *
 * @param request what was asked
 * @param courses the course of each tag
 * @param marks up to which reading of each topic they hold everything that was stored
 * @param damages what could not be read, a sentence a day
 */
record TrendAnswer(
        TrendRequest request,
        Map<StoredTag, StoredCourse> courses,
        Map<String, Mark> marks,
        List<String> damages) {

    TrendAnswer {
        courses = Map.copyOf(courses);
        marks = Map.copyOf(marks);
        damages = List.copyOf(damages);
    }

    /**
     * A reading.
     *
     * @param run its run
     * @param measuredAt its time
     */
    record Mark(String run, Instant measuredAt) {}
}
