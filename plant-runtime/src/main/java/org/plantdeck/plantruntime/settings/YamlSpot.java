package org.plantdeck.plantruntime.settings;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where in a text of YAML a setting is written. All places are indexes of chars. Threads: any.
 *
 * @param key its dotted key
 * @param name the part of it that stands in its own line
 * @param keyStart where that begins
 * @param keyEnd behind its colon
 * @param valueStart where the value begins
 * @param valueEnd behind the last char of the value
 * @param flow whether it stands between braces
 * @param comments what is said in comments between colon and end of the value, each with its #
 */
record YamlSpot(
        String key,
        String name,
        int keyStart,
        int keyEnd,
        int valueStart,
        int valueEnd,
        boolean flow,
        List<String> comments) {

    private static final Pattern COMMENT = Pattern.compile("#[^\\r\\n]*");

    /** Where a key is written in a sound text; empty where it is not, or refers to elsewhere. */
    static Optional<YamlSpot> find(String text, String key) {
        @Nullable Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        Optional<YamlSpot> found =
                root instanceof MappingNode group
                        ? new Search(text, key).in(group, "")
                        : Optional.empty();
        return found.filter(it -> it.valueStart >= it.keyEnd && it.valueEnd >= it.valueStart);
    }

    /** Looks through the groups of a text. */
    private record Search(String text, String key) {

        Optional<YamlSpot> in(MappingNode group, String prefix) {
            for (NodeTuple each : group.getValue()) {
                if (each.getKeyNode() instanceof ScalarNode name) {
                    String its = prefix + name.getValue();
                    if (its.equals(key)) {
                        return Optional.of(spot(group, name, each.getValueNode()));
                    }
                    if (key.startsWith(its + ".") && each.getValueNode() instanceof MappingNode m) {
                        Optional<YamlSpot> inner = in(m, its + ".");
                        if (inner.isPresent()) {
                            return inner;
                        }
                    }
                }
            }
            return Optional.empty();
        }

        private YamlSpot spot(MappingNode group, ScalarNode name, Node value) {
            int colon = text.indexOf(':', index(name.getEndMark())) + 1;
            int start = index(value.getStartMark());
            int end = end(value);
            List<String> comments = new ArrayList<>();
            int from = colon;
            if (value instanceof SequenceNode list) {
                for (Node element : list.getValue()) {
                    collect(from, index(element.getStartMark()), comments);
                    from = end(element);
                }
                collect(from, end, comments);
            } else {
                collect(from, start, comments);
            }
            return new YamlSpot(
                    key,
                    text.substring(index(name.getStartMark()), index(name.getEndMark())),
                    index(name.getStartMark()),
                    colon,
                    start,
                    end,
                    group.getFlowStyle() == DumperOptions.FlowStyle.FLOW,
                    comments);
        }

        private void collect(int from, int to, List<String> comments) {
            if (from < to) {
                COMMENT.matcher(text.substring(from, to))
                        .results()
                        .forEach(it -> comments.add(it.group().stripTrailing()));
            }
        }

        /** Behind a node; the mark of one without an end of its own is where the next begins. */
        private int end(Node node) {
            boolean open =
                    node instanceof SequenceNode list
                            && list.getFlowStyle() != DumperOptions.FlowStyle.FLOW
                            && !list.getValue().isEmpty();
            int end =
                    open
                            ? end(((SequenceNode) node).getValue().getLast())
                            : index(node.getEndMark());
            int start = index(node.getStartMark());
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            return end;
        }

        /** Marks count code points. */
        private int index(Mark mark) {
            return text.offsetByCodePoints(0, mark.getIndex());
        }
    }
}
