package org.plantdeck.app.hall;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.plantdeck.app.controls.Indicator;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.live.Shown;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.trends.LiveTrends;
import org.plantdeck.app.words.Times;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Tag;

import java.time.Instant;
import java.util.OptionalDouble;

/** One value of the hall: its indicator, and its last two hours on the same scale. */
final class CoursePanel {

    private final Desk desk;
    private final Tag tag;
    private final Panel panel;
    private final Course course;
    private final Indicator indicator;
    private final HBox content;

    CoursePanel(Desk desk, Tag tag, String title, LiveTrends trends) {
        this.desk = desk;
        this.tag = tag;
        panel = new Panel(title);
        course = new Course(tag, trends);
        indicator = new Indicator(tag, "", course.scale());
        HBox.setHgrow(course.chart(), Priority.ALWAYS);
        content = new HBox(4, indicator, course.chart());
        panel.loading();
    }

    Node node() {
        return panel;
    }

    /** The first reading has arrived. */
    void begin() {
        panel.content(content);
    }

    /**
     * Shows a value.
     *
     * @param context what there is to say besides
     */
    void show(Snapshot now, String context, OptionalDouble setpoint) {
        Shown shown = now.shown(tag);
        panel.context(shown.freshness().isStale() ? Times.age(shown.freshness().age()) : context);
        indicator.show(shown, desk.alarms().priority(tag));
        indicator.show(setpoint, Leaves.builder().build());
        course.show(shown);
    }

    /** Draws the course up to a time. */
    void draw(Instant until) {
        course.draw(until);
    }
}
