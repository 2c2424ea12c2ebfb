package org.plantdeck.historian.ingest;

import org.plantdeck.mqttlink.Delivery;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Knows what came last on each topic. A broker sends what it retains at every new connection: what
 * says what came last already is no news, and without a time of its own would be recorded as if it
 * had been measured once more. Threads: one.
 */
final class LastBodies {

    /** Topics that are remembered; the one longest unheard goes. */
    private static final int TOPICS_MAX = 10_000;

    private record Print(int length, int hash, long checksum) {}

    private final Map<String, Print> last =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Print> eldest) {
                    return size() > TOPICS_MAX;
                }
            };

    /** Whether a message is retained and says what came last; remembers what it says. */
    boolean isOld(Delivery delivery) {
        byte[] body = delivery.body();
        CRC32C checksum = new CRC32C();
        checksum.update(body);
        Print print = new Print(body.length, Arrays.hashCode(body), checksum.getValue());
        Print before = last.put(delivery.topic(), print);
        return delivery.retained() && print.equals(before);
    }
}
