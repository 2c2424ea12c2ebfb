package org.plantdeck.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a window has been: back and forward, as in a browser. Threads: one. */
final class Way {

    private static final int LENGTH = 50;

    /**
     * A stop on the way.
     *
     * @param screen the word of a screen
     * @param arguments what it shows
     */
    record Stop(String screen, List<String> arguments) {}

    private final List<Stop> stops = new ArrayList<>();
    private int place = -1;

    /** Goes somewhere; what lay ahead is forgotten. The same place twice is one stop. */
    void go(Stop stop) {
        if (here().filter(stop::equals).isPresent()) {
            return;
        }
        stops.subList(place + 1, stops.size()).clear();
        stops.add(stop);
        if (stops.size() > LENGTH) {
            stops.removeFirst();
        }
        place = stops.size() - 1;
    }

    Optional<Stop> here() {
        return place < 0 ? Optional.empty() : Optional.of(stops.get(place));
    }

    boolean canGoBack() {
        return place > 0;
    }

    boolean canGoForward() {
        return place < stops.size() - 1;
    }

    Optional<Stop> back() {
        if (!canGoBack()) {
            return Optional.empty();
        }
        place--;
        return here();
    }

    Optional<Stop> forward() {
        if (!canGoForward()) {
            return Optional.empty();
        }
        place++;
        return here();
    }
}
