package org.plantdeck.app.bridgeview;

import org.plantdeck.app.outbox.OutboxCourse;
import org.plantdeck.app.outbox.OutboxCourse.Point;
import org.plantdeck.bridge.store.KeptWindow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How full the outbox was, told from when its windows were closed and sent. Windows go out in the
 * order they were closed. Threads: any; it holds nothing.
 */
final class OutboxPast {

    private OutboxPast() {}

    /**
     * The last hour, as far as the windows reach back.
     *
     * @param kept the newest windows, in any order
     * @param now wall time
     */
    static List<Point> of(List<KeptWindow> kept, Instant now) {
        List<KeptWindow> windows =
                kept.stream().sorted(Comparator.comparingLong(KeptWindow::position)).toList();
        if (windows.isEmpty()) {
            return List.of();
        }
        Instant from = now.minus(OutboxCourse.WINDOW);
        Instant oldest = windows.getFirst().closedAt();
        List<Point> points = new ArrayList<>();
        int closed = 0;
        int sent = 0;
        for (Instant at = from.isAfter(oldest) ? from : oldest;
                !at.isAfter(now);
                at = at.plus(OutboxCourse.STEP)) {
            while (closed < windows.size() && !windows.get(closed).closedAt().isAfter(at)) {
                closed++;
            }
            while (sent < closed && isSent(windows.get(sent), at)) {
                sent++;
            }
            Duration age =
                    sent < closed
                            ? Duration.between(windows.get(sent).closedAt(), at)
                            : Duration.ZERO;
            points.add(new Point(at, closed - sent, age));
        }
        return points;
    }

    private static boolean isSent(KeptWindow window, Instant at) {
        return window.sentAt().filter(it -> !it.isAfter(at)).isPresent();
    }
}
