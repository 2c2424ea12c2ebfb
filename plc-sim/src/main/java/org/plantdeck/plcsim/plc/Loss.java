package org.plantdeck.plcsim.plc;

/** Where planned busy time goes in which the line does not produce. */
enum Loss {
    CHANGEOVER("changeover"),
    CAP_FEEDER("cap_feeder"),
    STARVED("starved"),
    BREAKDOWN("breakdown"),
    OPERATOR("operator"),
    OTHER("other");

    private final String key;

    Loss(String key) {
        this.key = key;
    }

    /** The tag that adds it up. */
    String key() {
        return "lost_minutes." + key;
    }
}
