package org.plantdeck.broker;

import java.nio.file.Path;

/**
 * How an embedded broker listens and where it keeps its sessions and retained messages.
 *
 * @param name the broker's name in logs and errors: local-broker, cloud-broker
 * @param bind address to listen on; loopback unless set otherwise
 * @param port TCP port, 1 to 65535
 * @param directory its own folder, made if it is missing; one broker at a time holds it
 */
public record BrokerSettings(String name, String bind, int port, Path directory) {}
