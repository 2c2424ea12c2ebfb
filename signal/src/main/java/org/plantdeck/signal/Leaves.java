package org.plantdeck.signal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.BiConsumer;

/**
 * The leaves of a JSON body in the order they were written, each under its path: nested keys joined
 * by a dot, as in {@code voltages.L1}. Immutable; equal when paths, values and order are.
 */
public final class Leaves {

    private final SequencedMap<String, Value> byPath;

    private Leaves(SequencedMap<String, Value> byPath) {
        this.byPath = byPath;
    }

    /** Starts an empty set of leaves. */
    public static Builder builder() {
        return new Builder();
    }

    /** Flattens a JSON object; an array becomes one leaf that holds its compact JSON text. */
    public static Leaves of(JsonNode object) {
        Builder builder = builder();
        flatten("", object, builder);
        return builder.build();
    }

    private static void flatten(String prefix, JsonNode node, Builder into) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String path = prefix + entry.getKey();
            JsonNode child = entry.getValue();
            if (child.isObject()) {
                flatten(path + ".", child, into);
            } else {
                into.put(path, valueOf(child));
            }
        }
    }

    /** What a JSON node that is no object holds. */
    static Value valueOf(JsonNode leaf) {
        if (leaf.isIntegralNumber() && leaf.canConvertToLong()) {
            return Value.of(leaf.longValue());
        }
        if (leaf.isNumber()) {
            return Value.of(leaf.doubleValue());
        }
        if (leaf.isBoolean()) {
            return Value.of(leaf.booleanValue());
        }
        if (leaf.isNull()) {
            return Value.absent();
        }
        return Value.of(leaf.isTextual() ? leaf.textValue() : leaf.toString());
    }

    /** The value at a path; {@link Value#absent()} where the body has no such leaf. */
    public Value get(String path) {
        return byPath.getOrDefault(path, Value.absent());
    }

    /** Whether the body has this leaf, be it null. */
    public boolean has(String path) {
        return byPath.containsKey(path);
    }

    /** The finite number at a path; empty where there is none. */
    public OptionalDouble number(String path) {
        double value = get(path).asDouble();
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** The text at a path; empty where there is none. */
    public String text(String path) {
        return get(path) instanceof Value.Text(String value) ? value : "";
    }

    /** The paths in their order. */
    public List<String> paths() {
        return List.copyOf(byPath.sequencedKeySet());
    }

    /** Visits every leaf in order. */
    public void forEach(BiConsumer<String, Value> visitor) {
        byPath.forEach(visitor);
    }

    /** Writes the leaves as fields of the JSON object that is open, nested as their paths say. */
    void writeFields(JsonGenerator json) throws IOException {
        List<String> open = new ArrayList<>();
        for (Map.Entry<String, Value> leaf : byPath.entrySet()) {
            String path = leaf.getKey();
            int start = 0;
            int depth = 0;
            for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
                String name = path.substring(start, dot);
                if (depth < open.size() && !open.get(depth).equals(name)) {
                    close(json, open, depth);
                }
                if (depth == open.size()) {
                    json.writeObjectFieldStart(name);
                    open.add(name);
                }
                depth++;
                start = dot + 1;
            }
            close(json, open, depth);
            json.writeFieldName(path.substring(start));
            write(json, leaf.getValue());
        }
        close(json, open, 0);
    }

    private static void close(JsonGenerator json, List<String> open, int depth) throws IOException {
        while (open.size() > depth) {
            json.writeEndObject();
            open.removeLast();
        }
    }

    private static void write(JsonGenerator json, Value value) throws IOException {
        switch (value) {
            case Value.Real real -> json.writeNumber(real.value());
            case Value.Whole whole -> json.writeNumber(whole.value());
            case Value.Flag flag -> json.writeBoolean(flag.value());
            case Value.Text text when text.value().startsWith("[") ->
                    json.writeRawValue(text.value());
            case Value.Text text -> json.writeString(text.value());
            case Value.Absent _ -> json.writeNull();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Leaves that
                && byPath.equals(that.byPath)
                && List.copyOf(byPath.keySet()).equals(List.copyOf(that.byPath.keySet()));
    }

    @Override
    public int hashCode() {
        return Objects.hash(byPath);
    }

    @Override
    public String toString() {
        return Collections.unmodifiableMap(byPath).toString();
    }

    /** Collects leaves; leaves of one nested object must follow each other. Threads: one. */
    public static final class Builder {

        private final SequencedMap<String, Value> byPath = new LinkedHashMap<>();

        private Builder() {}

        /** Adds a leaf, or replaces the value of one that is there. */
        public Builder put(String path, Value value) {
            byPath.put(path, value);
            return this;
        }

        public Builder put(String path, double value, int decimals) {
            return put(path, Value.rounded(value, decimals));
        }

        public Builder put(String path, long value) {
            return put(path, Value.of(value));
        }

        public Builder put(String path, boolean value) {
            return put(path, Value.of(value));
        }

        public Builder put(String path, String value) {
            return put(path, Value.of(value));
        }

        public Leaves build() {
            return new Leaves(new LinkedHashMap<>(byPath));
        }
    }
}
