package org.plantdeck.cloudanalytics.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Value;

import java.sql.SQLException;
import java.util.List;

/** JSON texts of cells; leaves are one flat object, a path a key. Threads: any. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static String text(Leaves leaves) {
        ObjectNode object = MAPPER.createObjectNode();
        leaves.forEach((path, value) -> put(object, path, value));
        return object.toString();
    }

    private static void put(ObjectNode object, String path, Value value) {
        switch (value) {
            case Value.Real real -> object.put(path, real.value());
            case Value.Whole whole -> object.put(path, whole.value());
            case Value.Flag flag -> object.put(path, flag.value());
            case Value.Text text -> object.put(path, text.value());
            case Value.Absent _ -> object.putNull(path);
        }
    }

    static Leaves leaves(String text) throws SQLException {
        try {
            return Leaves.of(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            throw new SQLException("analytics.db holds what is not JSON", e);
        }
    }

    /** The elements of an array that came from outside; none where the text is no array. */
    static Iterable<JsonNode> elements(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isArray() ? node : List.of();
        } catch (JsonProcessingException notJson) {
            return List.of();
        }
    }
}
