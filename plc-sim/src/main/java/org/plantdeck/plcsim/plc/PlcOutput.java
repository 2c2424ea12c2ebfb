package org.plantdeck.plcsim.plc;

import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.Reading;

/** Where a PLC's readings and answers go. Threads: called by the one that scans. */
public interface PlcOutput {

    /** Takes a reading that is due. */
    void publish(Reading reading);

    /** Takes the answer to a command. */
    void answer(CommandResult result);
}
