package org.plantdeck.plantruntime.parts;

import java.net.URI;

/**
 * Where the parts of a process find the brokers.
 *
 * @param local the broker of the factory
 * @param cloud the broker of the cloud
 */
public record Addresses(URI local, URI cloud) {}
