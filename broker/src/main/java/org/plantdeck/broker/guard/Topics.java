package org.plantdeck.broker.guard;

/** What a topic name and a topic filter may look like (MQTT 3.1.1, 4.7). */
final class Topics {

    /** Deeper ones are refused: they are walked level by level. */
    static final int LEVELS_MAX = 128;

    private Topics() {}

    static boolean isName(String topic) {
        return isText(topic) && topic.indexOf('+') < 0 && topic.indexOf('#') < 0;
    }

    /** Whether a topic is for the broker alone to publish on. */
    static boolean isOfTheBroker(String topic) {
        return topic.startsWith("$");
    }

    /** A wildcard stands alone in its level, and {@code #} in the last one. */
    static boolean isFilter(String filter) {
        if (!isText(filter)) {
            return false;
        }
        int last = filter.length() - 1;
        for (int i = 0; i <= last; i++) {
            char character = filter.charAt(i);
            if (character == '#' && (i != last || !beginsLevel(filter, i))) {
                return false;
            }
            if (character == '+'
                    && (!beginsLevel(filter, i) || (i < last && filter.charAt(i + 1) != '/'))) {
                return false;
            }
        }
        return true;
    }

    private static boolean beginsLevel(String filter, int at) {
        return at == 0 || filter.charAt(at - 1) == '/';
    }

    private static boolean isText(String topic) {
        int levels = 1;
        for (int i = 0; i < topic.length(); i++) {
            char character = topic.charAt(i);
            if (character == '\u0000') {
                return false;
            }
            if (character == '/') {
                levels++;
            }
        }
        return !topic.isEmpty() && levels <= LEVELS_MAX;
    }
}
