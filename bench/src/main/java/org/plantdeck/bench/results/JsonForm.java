package org.plantdeck.bench.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A report as JSON: {@code {"peer":"mosquitto 2.0.11","results":[{"work","subject","value",
 * "unit"}]}}. A result with a note has it under the key note; a value that could not be measured is
 * null. Remarks about the run stand under the key remarks, where there are any.
 */
public final class JsonForm {

    private static final MathContext DIGITS = new MathContext(7);

    private JsonForm() {}

    /** The report as indented JSON, without a line end behind it. */
    public static String of(Report report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        report.peer().ifPresent(peer -> root.put("peer", peer));
        ArrayNode results = root.putArray("results");
        for (Result result : report.results()) {
            ObjectNode entry = results.addObject();
            entry.put("work", result.work());
            entry.put("subject", result.subject());
            if (result.isMeasured()) {
                entry.put("value", number(result.value()));
            } else {
                entry.putNull("value");
            }
            entry.put("unit", result.unit());
            if (!result.note().isEmpty()) {
                entry.put("note", result.note());
            }
        }
        if (!report.remarks().isEmpty()) {
            ArrayNode remarks = root.putArray("remarks");
            report.remarks().forEach(remarks::add);
        }
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON nodes that is no JSON", e);
        }
    }

    /** Seven digits, in no scientific notation and with no zeros behind. */
    private static BigDecimal number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
