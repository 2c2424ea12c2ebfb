package org.plantdeck.signal;

import org.plantdeck.signal.JsonBodies.BadBody;

/**
 * The JSON bodies of {@code factory/{area}/cmd} and {@code factory/{area}/cmd/result}. Threads:
 * any.
 */
public final class CommandCodec {

    private CommandCodec() {}

    public static byte[] encode(Command command) {
        return JsonBodies.encode(json -> {
            json.writeStringField("request_id", command.requestId());
            json.writeStringField("command", command.command());
            Leaves.builder().put("value", command.value()).build().writeFields(json);
            json.writeStringField("issued_at", IsoTime.format(command.issuedAt()));
            json.writeStringField("by", command.by());
        });
    }

    public static Decoded<Command> decode(byte[] body) {
        return JsonBodies.decode(
                body,
                object ->
                        new Command(
                                JsonBodies.text(object, "request_id"),
                                JsonBodies.text(object, "command"),
                                Leaves.of(object).get("value"),
                                JsonBodies.time(object, "issued_at"),
                                JsonBodies.textOr(object, "by", "")));
    }

    public static byte[] encode(CommandResult result) {
        return JsonBodies.encode(json -> {
            json.writeStringField("request_id", result.requestId());
            json.writeStringField("phase", result.phase().word());
            json.writeStringField("reason", result.reason());
            json.writeStringField("timestamp", IsoTime.format(result.timestamp()));
        });
    }

    public static Decoded<CommandResult> decodeResult(byte[] body) {
        return JsonBodies.decode(
                body,
                object ->
                        new CommandResult(
                                JsonBodies.text(object, "request_id"),
                                phase(JsonBodies.text(object, "phase")),
                                JsonBodies.textOr(object, "reason", ""),
                                JsonBodies.time(object, "timestamp")));
    }

    private static CommandResult.Phase phase(String word) {
        for (CommandResult.Phase phase : CommandResult.Phase.values()) {
            if (phase.word().equals(word)) {
                return phase;
            }
        }
        throw new BadBody("phase is none of accepted, refused, done, failed");
    }
}
