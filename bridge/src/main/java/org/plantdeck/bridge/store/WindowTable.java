package org.plantdeck.bridge.store;

import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.ResendRequest;
import org.plantdeck.signal.WindowCodec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The windows that are closed, in the order they closed: not sent yet, or sent and kept for
 * consumers that ask. Positions count up from 1. Threads: as {@link BridgeStore}.
 */
public final class WindowTable {

    private final Statements statements;

    WindowTable(Statements statements) {
        this.statements = statements;
    }

    /**
     * A window as it goes out.
     *
     * @param position its place in the table
     * @param sequence its number within its run
     * @param body the payload
     */
    public record Kept(long position, long sequence, byte[] body) {}

    /** The highest position there is; 0 where there is none. */
    public long lastPosition() {
        return statements.number("SELECT coalesce(max(position), 0) FROM windows");
    }

    /** Adds a window that is to be sent. */
    public void add(long position, AnalyticsWindow window, Instant closedAt) {
        statements.update(
                "INSERT INTO windows(position, run, sequence, window_start, window_end, body,"
                        + " closed_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                position,
                window.run(),
                window.sequence(),
                IsoTime.format(window.start()),
                IsoTime.format(window.end()),
                new String(WindowCodec.encode(window), StandardCharsets.UTF_8),
                closedAt.toEpochMilli());
    }

    /** How many windows are not sent. */
    public long unsentCount() {
        return statements.number("SELECT count(*) FROM windows WHERE sent_at IS NULL");
    }

    /** When the oldest window that is not sent was closed. */
    public Optional<Instant> oldestUnsent() {
        return statements
                .rows(
                        "SELECT closed_at FROM windows WHERE sent_at IS NULL ORDER BY position"
                                + " LIMIT 1",
                        row -> Instant.ofEpochMilli(row.getLong(1)))
                .stream()
                .findFirst();
    }

    /** The first windows beyond a position that are not sent, in order. */
    public List<Kept> unsentAfter(long position, int most) {
        return statements.rows(
                "SELECT position, sequence, body FROM windows WHERE sent_at IS NULL"
                        + " AND position > ? ORDER BY position LIMIT ?",
                row -> new Kept(row.getLong(1), row.getLong(2), body(row.getString(3))),
                position,
                (long) most);
    }

    private static byte[] body(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Notes that the cloud broker has taken a window; false where it is not there any more. */
    public boolean markSent(long position, Instant sentAt) {
        return statements.update(
                        "UPDATE windows SET sent_at = ? WHERE position = ? AND sent_at IS NULL",
                        sentAt.toEpochMilli(),
                        position)
                > 0;
    }

    /** Gives up the oldest windows beyond a position that are not sent; says how many it found. */
    public int giveUpAfter(long position, long most) {
        return statements.update(
                "DELETE FROM windows WHERE position IN (SELECT position FROM windows"
                        + " WHERE sent_at IS NULL AND position > ? ORDER BY position LIMIT ?)",
                position,
                most);
    }

    /**
     * The windows of a run from one number to another, in order: those that are sent, and those at
     * most at a position.
     */
    public List<Kept> kept(ResendRequest range, long upToPosition, int most) {
        return statements.rows(
                "SELECT position, sequence, body FROM windows WHERE run = ?"
                        + " AND sequence BETWEEN ? AND ?"
                        + " AND (sent_at IS NOT NULL OR position <= ?)"
                        + " ORDER BY sequence LIMIT ?",
                row -> new Kept(row.getLong(1), row.getLong(2), body(row.getString(3))),
                range.run(),
                range.from(),
                range.to(),
                upToPosition,
                (long) most);
    }

    /** How many windows of a run from one number to another are not sent and beyond a position. */
    public long unsentCount(ResendRequest range, long afterPosition) {
        return statements.number(
                "SELECT count(*) FROM windows WHERE run = ? AND sequence BETWEEN ? AND ?"
                        + " AND sent_at IS NULL AND position > ?",
                range.run(),
                range.from(),
                range.to(),
                afterPosition);
    }

    /** How many windows are sent. */
    public long sentCount() {
        return statements.number("SELECT count(*) FROM windows WHERE sent_at IS NOT NULL");
    }

    /** Drops the oldest windows sent before a time; says how many, at most the most. */
    public int dropSentBefore(Instant time, long most) {
        return dropSent(time.toEpochMilli(), most);
    }

    /** Drops the oldest sent windows; says how many, at most the most. */
    public int dropSent(long most) {
        return dropSent(Long.MAX_VALUE, most);
    }

    private int dropSent(long beforeMillis, long most) {
        return statements.update(
                "DELETE FROM windows WHERE position IN (SELECT position FROM windows"
                        + " WHERE sent_at IS NOT NULL AND sent_at < ?"
                        + " ORDER BY sent_at, position LIMIT ?)",
                beforeMillis,
                most);
    }
}
