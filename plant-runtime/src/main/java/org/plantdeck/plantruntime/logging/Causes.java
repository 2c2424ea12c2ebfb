package org.plantdeck.plantruntime.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;

/** Says an exception in one line. */
final class Causes {

    private Causes() {}

    static String inOneLine(IThrowableProxy cause) {
        String type = cause.getClassName();
        String name = type.substring(type.lastIndexOf('.') + 1);
        return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
    }
}
