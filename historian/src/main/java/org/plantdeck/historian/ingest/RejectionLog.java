package org.plantdeck.historian.ingest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashSet;
import java.util.Set;

/** Says once for each reason why messages are rejected. Threads: any; its lock guards the set. */
final class RejectionLog {

    /** Reasons remembered; beyond them messages are counted without a word. */
    static final int REASONS_MAX = 50;

    private static final Logger LOG = LoggerFactory.getLogger(RejectionLog.class);

    private final Set<String> said = new HashSet<>();

    /**
     * Logs a rejection unless one like it was logged before.
     *
     * @return whether it was logged
     */
    synchronized boolean rejected(String topic, String reason) {
        if (said.size() >= REASONS_MAX || !said.add(topic + reason)) {
            return false;
        }
        LOG.atWarn()
                .addKeyValue("topic", topic)
                .addKeyValue("reason", reason)
                .log(
                        said.size() < REASONS_MAX
                                ? "Message rejected; more like it are only counted"
                                : "Message rejected; all others are only counted from here on");
        return true;
    }
}
