package org.plantdeck.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.look.Theme;

/** The rules on pictures can fail. */
class PictureTest {

    @Test
    void greyAndPastelAreNotSaturated() {
        assertThat(Picture.of(0x808080, 0xFFFFFF, 0x000000, 0xD8D8E8).saturatedShare()).isZero();
    }

    @Test
    void onlySaturatedPixelsAreCounted() {
        assertThat(Picture.of(0x808080, 0x003366, 0x808080, 0x808080).saturatedShare())
                .isEqualTo(0.25);
    }

    @Test
    void whatLooksLikeAnAlarmIsToldWithItsNumber() {
        Picture picture = Picture.of(0x003366, 0xC41219, 0xC41219, 0x808080);
        assertThat(picture.alarming(Theme.GREY)).containsExactly("#C41219 × 2");
    }

    @Test
    void anotherHueThanThatOfLiveValuesIsToldWithItsNumber() {
        Picture picture = Picture.of(0x003366, 0x6A85A0, 0x1B7F3B, 0x808080);
        assertThat(picture.strange(Theme.GREY)).containsExactly("#1B7F3B × 1");
    }

    @Test
    void theGroundOfATextIsItsMostFrequentColour() {
        Picture picture = Picture.of(0xC8C8C8, 0x1A1A1A, 0xC8C8C8, 0x1A1A1A, 0x1A1A1A);
        assertThat(picture.ground(new BoundingBox(0, 0, 3, 1))).contains(new Colour(0xC8C8C8));
        assertThat(picture.ground(new BoundingBox(0, 0, 9, 1))).contains(new Colour(0x1A1A1A));
        assertThat(picture.ground(new BoundingBox(5, 0, 2, 1))).isEmpty();
    }

    @Test
    void theLiveBlueIsNoAlarm() {
        assertThat(Picture.of(0x003366, 0x8EC5FF).alarming(Theme.DARK)).isEmpty();
    }
}
