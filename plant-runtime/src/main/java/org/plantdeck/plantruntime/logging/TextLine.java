package org.plantdeck.plantruntime.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;

import org.plantdeck.signal.IsoTime;
import org.slf4j.event.KeyValuePair;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One event as one line of text: time, level, part, message, key=value pairs. An exception adds its
 * message to the line and, where stacks are wanted, its stack below. Threads: any.
 */
final class TextLine extends EncoderBase<ILoggingEvent> {

    private final boolean stacks;

    /**
     * @param stacks whether exceptions bring their stack
     */
    TextLine(boolean stacks) {
        this.stacks = stacks;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160);
        line.append(IsoTime.format(event.getInstant()))
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(PartNames.of(event))
                .append(' ')
                .append(oneLine(String.valueOf(event.getFormattedMessage())));
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> append(line, pair.key, String.valueOf(pair.value)));
        }
        IThrowableProxy cause = event.getThrowableProxy();
        if (cause != null) {
            append(line, "cause", Causes.inOneLine(cause));
        }
        line.append('\n');
        if (cause != null && stacks) {
            line.append(ThrowableProxyUtil.asString(cause)).append('\n');
        }
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder line, String key, String value) {
        line.append(' ').append(key).append('=');
        if (isPlain(value)) {
            line.append(value);
        } else {
            line.append('"')
                    .append(oneLine(value.replace("\\", "\\\\").replace("\"", "\\\"")))
                    .append('"');
        }
    }

    private static boolean isPlain(String value) {
        return !value.isEmpty()
                && value.chars().noneMatch(it -> it <= ' ' || it == '"' || it == '=' || it == 127);
    }

    private static String oneLine(String text) {
        return text.replace("\r", "").replace("\n", "\\n");
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
