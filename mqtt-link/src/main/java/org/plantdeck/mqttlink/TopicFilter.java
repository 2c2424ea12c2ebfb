package org.plantdeck.mqttlink;

/** Matching of topic names against topic filters (MQTT 3.1.1, section 4.7). */
final class TopicFilter {

    private TopicFilter() {}

    /** Whether a message on a topic is one that a subscription to the filter asked for. */
    static boolean matches(String filter, String topic) {
        if (topic.startsWith("$") && (filter.startsWith("#") || filter.startsWith("+"))) {
            return false;
        }
        String[] wanted = filter.split("/", -1);
        String[] levels = topic.split("/", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("#")) {
                return true;
            }
            if (i >= levels.length || !(wanted[i].equals("+") || wanted[i].equals(levels[i]))) {
                return false;
            }
        }
        return wanted.length == levels.length;
    }
}
