package org.plantdeck.app.insights;

import org.plantdeck.cloudanalytics.insights.Insight;

import java.util.HashMap;
import java.util.Map;

/**
 * The insights somebody at this desk wants to see no more, until they say something else: what an
 * insight costs, or what is to be done, has changed. They are forgotten when the desk ends.
 * Threads: any; one lock guards all state.
 */
public final class Dismissals {

    /** Share of its impact by which an insight must move to be something new. */
    private static final double MOVED = 0.1;

    private final Object lock = new Object();
    private final Map<String, Insight> dismissed = new HashMap<>();

    /** Hides an insight as it is now. */
    public void dismiss(Insight insight) {
        synchronized (lock) {
            dismissed.put(insight.id(), insight);
        }
    }

    /** Shows everything again. */
    public void undo() {
        synchronized (lock) {
            dismissed.clear();
        }
    }

    /** Whether an insight says what it said when it was dismissed. */
    public boolean isDismissed(Insight insight) {
        synchronized (lock) {
            Insight then = dismissed.get(insight.id());
            return then != null && saysTheSame(then, insight);
        }
    }

    private static boolean saysTheSame(Insight then, Insight now) {
        double before = then.advice().impact();
        return then.advice().recommendation().equals(now.advice().recommendation())
                && then.advice().impactUnit().equals(now.advice().impactUnit())
                && Math.abs(now.advice().impact() - before) <= MOVED * Math.abs(before);
    }
}
