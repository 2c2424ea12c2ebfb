package org.plantdeck.broker.certs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every client certificate that was ever issued, in the order of their issue.
 *
 * @param entries the certificates; of each name at most one is not revoked
 */
record Register(List<IssuedCertificate> entries) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    Register {
        entries = List.copyOf(entries);
    }

    /** The certificate of a name that is not revoked. */
    Optional<IssuedCertificate> current(String name) {
        return entries.stream()
                .filter(it -> it.revokedAt().isEmpty() && it.name().equals(name))
                .findFirst();
    }

    /** A name in use that is the same but for the case of its letters. */
    Optional<String> lookalike(String name) {
        return entries.stream()
                .map(IssuedCertificate::name)
                .filter(it -> it.equalsIgnoreCase(name) && !it.equals(name))
                .findFirst();
    }

    Register with(IssuedCertificate fresh) {
        List<IssuedCertificate> all = new ArrayList<>(entries);
        all.add(fresh);
        return new Register(all);
    }

    Register withRevoked(IssuedCertificate one, Instant at) {
        return new Register(
                entries.stream().map(it -> it.equals(one) ? it.revoked(at) : it).toList());
    }

    /** When each revoked serial number was revoked. */
    TreeMap<BigInteger, Instant> revoked() {
        TreeMap<BigInteger, Instant> revoked = new TreeMap<>();
        entries.forEach(it -> it.revokedAt().ifPresent(at -> revoked.put(it.serial(), at)));
        return revoked;
    }

    /**
     * Reads the file; without one, nothing was issued yet.
     *
     * @throws PartFailure if it cannot be read or is not what was written
     */
    static Register read(Path file) {
        if (Files.notExists(file)) {
            return new Register(List.of());
        }
        try {
            List<IssuedCertificate> entries = new ArrayList<>();
            JsonNode list = JSON.readTree(Files.readAllBytes(file)).path("certificates");
            if (!list.isArray()) {
                throw damaged(file, "it holds no list of certificates");
            }
            for (JsonNode node : list) {
                entries.add(entry(file, node));
            }
            return new Register(entries);
        } catch (JsonProcessingException notJson) {
            throw damaged(file, "line " + notJson.getLocation().getLineNr() + " is not JSON");
        } catch (IOException e) {
            throw OwnerFiles.unreadable(file, e);
        }
    }

    private static IssuedCertificate entry(Path file, JsonNode node) {
        String name = node.path("name").asText();
        try {
            return new IssuedCertificate(
                    name,
                    new BigInteger(node.path("serial").asText(), 16),
                    time(file, name, node.path("valid_until")),
                    node.path("revoked_at").isTextual()
                            ? Optional.of(time(file, name, node.path("revoked_at")))
                            : Optional.empty());
        } catch (NumberFormatException notHexadecimal) {
            throw damaged(file, "the serial of " + ClientName.printable(name) + " is no number");
        }
    }

    private static Instant time(Path file, String name, JsonNode node) {
        return IsoTime.parse(node.asText())
                .orElseThrow(() ->
                        damaged(file, "a time of " + ClientName.printable(name) + " is none"));
    }

    private static PartFailure damaged(Path file, String how) {
        return new PartFailure(
                file
                        + " is damaged: "
                        + how
                        + "; correct it or put a copy back, it says which certificates can be"
                        + " revoked");
    }

    /** Writes the file whole. */
    void write(Path file) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("certificates");
        for (IssuedCertificate entry : entries) {
            ObjectNode node = list.addObject();
            node.put("name", entry.name());
            node.put("serial", entry.serialText());
            node.put("valid_until", IsoTime.format(entry.validUntil()));
            node.put("revoked_at", entry.revokedAt().map(IsoTime::format).orElse(null));
        }
        try {
            OwnerFiles.write(file, JSON.writeValueAsBytes(root), OwnerFiles.Readers.OWNER);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }
}
