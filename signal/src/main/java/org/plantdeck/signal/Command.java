package org.plantdeck.signal;

import java.time.Instant;

/**
 * What an operator asks of a PLC.
 *
 * @param requestId names the request; its results carry it
 * @param command the word, such as {@code start} or {@code speed_setpoint}
 * @param value what the command needs: a number, a word, or {@link Value#absent()}
 * @param issuedAt wall-clock time at which it was sent; older than 10 s is refused
 * @param by who asks
 */
public record Command(String requestId, String command, Value value, Instant issuedAt, String by) {}
