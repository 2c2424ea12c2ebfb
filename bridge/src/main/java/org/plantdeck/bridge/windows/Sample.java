package org.plantdeck.bridge.windows;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;

import java.util.List;

/** What the bridge keeps of one reading: its place in time and its measures. Threads: any. */
public final class Sample {

    private final FactorySource source;
    private final long sequence;
    private final long timeMillis;
    private final double[] numbers;

    private Sample(FactorySource source, long sequence, long timeMillis, double[] numbers) {
        this.source = source;
        this.sequence = sequence;
        this.timeMillis = timeMillis;
        this.numbers = numbers;
    }

    /** Takes the measures out of a reading. */
    public static Sample of(Reading reading) {
        List<Measure> measures = Measure.of(reading.source());
        double[] numbers = new double[measures.size()];
        for (int i = 0; i < numbers.length; i++) {
            double number = measures.get(i).in(reading.values());
            numbers[i] = Double.isFinite(number) ? number : Double.NaN;
        }
        return new Sample(
                reading.source(), reading.sequence(), reading.measuredAt().toEpochMilli(), numbers);
    }

    /** The sample a text of {@link #numbersText()} came from. */
    public static Sample parse(
            FactorySource source, long sequence, long timeMillis, String numbersText) {
        double[] numbers = new double[Measure.of(source).size()];
        int start = 0;
        for (int i = 0; i < numbers.length; i++) {
            int comma = numbersText.indexOf(',', start);
            int end = comma < 0 ? numbersText.length() : comma;
            numbers[i] =
                    start >= end
                            ? Double.NaN
                            : Double.parseDouble(numbersText.substring(start, end));
            start = Math.min(end + 1, numbersText.length());
        }
        return new Sample(source, sequence, timeMillis, numbers);
    }

    /**
     * The numbers in the order of {@link Measure}, joined by commas; nothing between two where one
     * is absent. Reads back to the very same numbers.
     */
    public String numbersText() {
        StringBuilder text = new StringBuilder(numbers.length * 8);
        for (int i = 0; i < numbers.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            if (!Double.isNaN(numbers[i])) {
                text.append(numbers[i]);
            }
        }
        return text.toString();
    }

    public FactorySource source() {
        return source;
    }

    /** The reading's number within its source and run. */
    public long sequence() {
        return sequence;
    }

    /** Event time, in milliseconds since 1970. */
    public long timeMillis() {
        return timeMillis;
    }

    /** The number of a measure of this source; not-a-number where the reading has none. */
    public double get(Measure measure) {
        return measure.source() == source ? numbers[measure.index()] : Double.NaN;
    }
}
