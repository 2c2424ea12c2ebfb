package org.plantdeck.plantruntime.parts;

import java.net.URI;
import java.util.List;

/**
 * Where the parts of a process find the brokers.
 *
 * @param local the broker of the factory
 * @param cloud the broker of the cloud
 * @param notes what is not as usual, each in a sentence for a person
 */
public record Addresses(URI local, URI cloud, List<String> notes) {}
