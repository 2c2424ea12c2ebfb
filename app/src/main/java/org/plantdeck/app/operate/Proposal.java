package org.plantdeck.app.operate;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Value;

/**
 * Something an operator may want to do, before it is done.
 *
 * @param plc whom it is asked of
 * @param command the command's word
 * @param value what the command needs
 * @param consequence what will happen in the plant, one or two sentences
 * @param act the word on the button that does it, such as "Stop line"
 */
public record Proposal(
        FactorySource plc, String command, Value value, String consequence, String act) {}
