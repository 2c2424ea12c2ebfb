package org.plantdeck.plantruntime.desktop;

import org.plantdeck.historian.HistoryLocation;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.parts.Addresses;
import org.plantdeck.plantruntime.parts.PartGroup;
import org.plantdeck.plantruntime.settings.SettingsEditor;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What runs behind a desktop, and where to find the rest: parts of this process, brokers,
 * databases. Threads: any.
 */
public interface PlantSession extends AutoCloseable {

    /** The program's version. */
    String version();

    /** Who gives commands at this desk, as commands say it. */
    String operator();

    /** Where things are kept. */
    DataDirectory directory();

    /** What is set, and how it is changed for the next start. */
    SettingsEditor settings();

    /** Where the brokers are. */
    Addresses brokers();

    /** Makes links to them. */
    LinkFactory links();

    /** The wall clock. */
    InstantSource wallClock();

    /** The parts of this process; none where only screens run here. */
    PartGroup parts();

    /** Where the history is kept; it may not be there yet, or be on another machine. */
    HistoryLocation history();

    /** The bridge's database; likewise. */
    Path bridgeDatabase();

    /** The database of the analytics; likewise. */
    Path analyticsDatabase();

    /**
     * Has something done when the process is told to end, while the brokers still run: a desktop
     * takes its leave of them. It is done on the thread that ends the parts.
     */
    void beforeEnd(Runnable farewell);

    /**
     * Has something done whenever a second start on the same data directory asks for the window of
     * this one. It is done on a thread of its own.
     */
    void whenWanted(Runnable show);

    /** Ends the parts in order. Does nothing the second time. */
    @Override
    void close();
}
