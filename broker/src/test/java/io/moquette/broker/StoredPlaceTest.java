package io.moquette.broker;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.moquette.broker.SessionRegistry.PublishedMessage;
import io.moquette.broker.subscriptions.Topic;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttQoS;

import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class StoredPlaceTest {

    @TempDir Path directory;

    private MVStore store() {
        return new MVStore.Builder()
                .fileName(directory.resolve("broker.mv").toString())
                .autoCommitDisabled()
                .open();
    }

    @Test
    void whatIsTakenAndReleasedCanStillBeSavedAlsoAfterARestart() {
        ByteBuf sent = Unpooled.copiedBuffer("m1", UTF_8);
        try (MVStore store = store()) {
            StoredPlace place = new StoredPlace(store, "Historian");
            place.add(new PublishedMessage(new Topic("a"), MqttQoS.AT_LEAST_ONCE, sent, false));
            assertThat(sent.refCnt()).isZero();
        }
        try (MVStore store = store()) {
            StoredPlace place = new StoredPlace(store, "Historian");
            PublishedMessage taken = (PublishedMessage) place.take();
            ByteBuf payload = taken.getPayload();
            assertThat(payload.readCharSequence(2, UTF_8)).hasToString("m1");
            taken.release();

            assertThat(payload.refCnt()).isPositive();
            assertThat(place.size()).isZero();
        }
    }
}
