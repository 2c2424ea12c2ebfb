package org.plantdeck.plantruntime.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;

import org.slf4j.event.KeyValuePair;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds which part an event is about. Threads: any. */
final class PartNames {

    /** Names the part of an event outright. */
    static final String MDC_KEY = "part";

    /** Keys of events of the modules that serve several parts: they say which one. */
    private static final List<String> NAMING_KEYS = List.of("part", "plc", "identity", "broker");

    private static final List<String> SHARED_MODULES =
            List.of("mqttlink", "broker", "plcsim", "plantruntime");
    private static final String OURS = "org.plantdeck.";
    private static final Map<String, String> SPELT =
            Map.of(
                    "cloudanalytics", "cloud-analytics",
                    "analytics", "cloud-analytics",
                    "localbroker", "local-broker",
                    "cloudbroker", "cloud-broker",
                    "mqttlink", "link",
                    "plcsim", "plant",
                    "plantruntime", "runtime");

    private PartNames() {}

    /** The part's name as on the command line, or the library's. */
    static String of(ILoggingEvent event) {
        String named = event.getMDCPropertyMap().get(MDC_KEY);
        if (named != null) {
            return named;
        }
        String logger = event.getLoggerName();
        if (!logger.startsWith(OURS)) {
            return logger.substring(logger.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        }
        String rest = logger.substring(OURS.length());
        int dot = rest.indexOf('.');
        String module = dot < 0 ? rest : rest.substring(0, dot);
        return spelt(SHARED_MODULES.contains(module) ? said(event).orElse(module) : module);
    }

    private static Optional<String> said(ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs == null) {
            return Optional.empty();
        }
        return NAMING_KEYS.stream()
                .flatMap(key -> pairs.stream().filter(pair -> pair.key.equals(key)))
                .map(pair -> String.valueOf(pair.value).toLowerCase(Locale.ROOT))
                .filter(value -> value.indexOf(':') < 0)
                .findFirst();
    }

    private static String spelt(String name) {
        return SPELT.getOrDefault(name, name);
    }
}
