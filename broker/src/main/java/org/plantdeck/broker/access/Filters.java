package org.plantdeck.broker.access;

/** What the standard says of the form of topic filters and topic names (MQTT 3.1.1, 4.7). */
final class Filters {

    private Filters() {}

    /** Whether the levels are a filter: wildcards stand alone, and # is the last. */
    static boolean isSound(String[] levels) {
        for (int i = 0; i < levels.length; i++) {
            String level = levels[i];
            boolean alone = level.length() == 1;
            if ((level.indexOf('+') >= 0 && !alone) || level.indexOf(0) >= 0) {
                return false;
            }
            if (level.indexOf('#') >= 0 && !(alone && i == levels.length - 1)) {
                return false;
            }
        }
        return levels.length > 1 || !levels[0].isEmpty();
    }

    /** Whether a text is a topic's name, without wildcards. */
    static boolean isTopic(String topic) {
        for (int i = 0; i < topic.length(); i++) {
            char letter = topic.charAt(i);
            if (letter == '+' || letter == '#' || letter == 0) {
                return false;
            }
        }
        return !topic.isEmpty();
    }
}
