package org.plantdeck.plcsim.plc;

/** What keeps the line from running although nobody has told it to stand. */
enum Interlock {
    NONE("none"),
    BREAK("break"),
    CHANGEOVER("changeover"),
    CLEANING("cleaning"),
    STARVED("product missing"),
    CAPS_EMPTY("caps empty"),
    CAPS_JAMMED("caps jammed"),
    DRIVE_TRIPPED("drive tripped");

    private final String word;

    Interlock(String word) {
        this.word = word;
    }

    /** The word as published and as operators read it. */
    String word() {
        return word;
    }

    /** Where planned busy time goes that is lost to it. */
    Loss loss() {
        return switch (this) {
            case CHANGEOVER -> Loss.CHANGEOVER;
            case STARVED -> Loss.STARVED;
            case CAPS_EMPTY, CAPS_JAMMED -> Loss.CAP_FEEDER;
            case DRIVE_TRIPPED -> Loss.BREAKDOWN;
            case NONE, BREAK, CLEANING -> Loss.OTHER;
        };
    }
}
