package org.plantdeck.historian.store;

/**
 * How good the stored data is, counted since the database was made and committed together with the
 * readings. {@code received = stored + rejected + repeated + conflicting + expired}, and {@code
 * stored - pruned} rows are in the tables.
 *
 * @param received messages that arrived on the factory topics
 * @param stored readings kept, each once by run and sequence
 * @param rejected messages whose body was no reading
 * @param repeated messages with a reading that was stored already
 * @param conflicting messages with the run and sequence of a stored reading but another content;
 *     the first one stays
 * @param expired readings that came after retention had passed them
 * @param missing readings that the sequence numbers say were published between the first and the
 *     last stored one of their run and source, and that never came
 * @param pruned readings removed by retention
 * @param leftOut values that found no column because a source sent too many keys of its own
 */
public record DataQuality(
        long received,
        long stored,
        long rejected,
        long repeated,
        long conflicting,
        long expired,
        long missing,
        long pruned,
        long leftOut) {}
