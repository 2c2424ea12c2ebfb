package org.plantdeck.plcsim.offence;

import io.moquette.broker.Server;
import io.netty.buffer.ByteBuf;

import javafx.offence.Pane;

import org.bouncycastle.cert.X509CertificateHolder;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.plantdeck.bench.Bench;
import org.plantdeck.plcsim.physics.offence.Accomplice;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Breaks rules on purpose, each in a way somebody might. */
public final class Offender {

    private final List<Class<?>> seen =
            List.of(
                    MqttMessage.class,
                    ByteBuf.class,
                    Server.class,
                    X509CertificateHolder.class,
                    Bench.class,
                    Connection.class,
                    Pane.class);

    double inexactMath() {
        return Math.sin(seen.size());
    }

    Instant wallClock() {
        return Instant.now();
    }

    void sleeps() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1);
    }

    void endsTheProcess() {
        System.exit(1);
    }

    /** Closes a circle of packages. */
    public Accomplice circle() {
        return new Accomplice();
    }
}
