package org.plantdeck.plantruntime.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;

import org.plantdeck.plantruntime.logging.LogSettings.Format;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;

/**
 * The logging of this process. Threads: one at a time; events may be logged from any while it
 * changes.
 */
public final class Logging implements AutoCloseable {

    private static final String[] LOUD_LIBRARIES = {
        "io.moquette",
        "io.netty",
        "org.eclipse.paho",
        "org.sqlite",
        "com.h2database",
        "messageLogger"
    };

    private final LoggerContext context;
    private final LogSettings settings;

    private Logging(LoggerContext context, LogSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    /** Logs to standard error from now on, and nowhere else yet. */
    public static Logging toStandardError(LogSettings settings) {
        return toStandardError((LoggerContext) LoggerFactory.getILoggerFactory(), settings);
    }

    static Logging toStandardError(LoggerContext context, LogSettings settings) {
        context.reset();
        Logging logging = new Logging(context, settings);
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setTarget("System.err");
        logging.add(console, "stderr", logging.line(false));
        Level level = Level.toLevel(settings.level());
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(level);
        for (String library : LOUD_LIBRARIES) {
            Level quiet = level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN;
            context.getLogger(library).setLevel(quiet);
        }
        return logging;
    }

    /**
     * Logs to a file as well, with the stacks of exceptions; rotated by size. Of the files that
     * processes without a name of their own have left, as many stay as of those rotated.
     *
     * @param folder made if it is missing
     * @param name the file's name without its ending; no two processes may share one
     */
    public void alsoTo(Path folder, String name) {
        new LogFolder(folder).tidy(settings.fileCount());
        Path file = folder.resolve(name + ".log");
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(file.toString());
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(folder.resolve(name) + ".%i.log");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(settings.fileCount());
        rolling.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(context);
        trigger.setMaxFileSize(new FileSize(settings.fileMegabytes() * FileSize.MB_COEFFICIENT));
        // It looks once a minute otherwise, in which a file grows to any size.
        trigger.setCheckIncrement(Duration.buildByMilliseconds(0));
        trigger.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(trigger);
        add(appender, "file", line(true));
    }

    private Encoder<ILoggingEvent> line(boolean stacks) {
        return settings.format() == Format.JSON ? new JsonLine() : new TextLine(stacks);
    }

    private void add(
            OutputStreamAppender<ILoggingEvent> appender,
            String name,
            Encoder<ILoggingEvent> encoder) {
        encoder.setContext(context);
        encoder.start();
        appender.setContext(context);
        appender.setName(name);
        appender.setEncoder(encoder);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    /** Writes out what waits and closes the file; nothing is logged after it. */
    @Override
    public void close() {
        context.stop();
    }
}
