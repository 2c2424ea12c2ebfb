package org.plantdeck.historian.export;

/** The mean by time of one tag in one bucket. Threads: one. */
final class TimeWeighted implements Tally {

    private double value = Double.NaN;
    private long since;
    private boolean any;
    private double weighed;
    private double millis;

    @Override
    public void follow(Tally before, long start) {
        if (before instanceof TimeWeighted other) {
            value = other.value;
            since = start;
        }
    }

    @Override
    public void take(ExportRow row, int column) {
        double next = row.number(column);
        if (!Double.isNaN(next)) {
            hold(row.epochMillis());
            value = next;
            since = row.epochMillis();
            any = true;
        }
    }

    private void hold(long until) {
        if (!Double.isNaN(value)) {
            weighed += value * (until - since);
            millis += until - since;
        }
    }

    @Override
    public void give(ExportRow into, int column, long end) {
        if (any) {
            hold(end);
            since = end;
            into.setReal(column, millis > 0 ? weighed / millis : value);
        }
    }
}
