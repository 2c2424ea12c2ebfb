package org.plantdeck.cloudanalytics.insights;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What insights say, from the bundle {@code insights.properties}. Threads: any. */
final class Words {

    static final String BUNDLE = "org.plantdeck.cloudanalytics.insights.insights";

    private Words() {}

    static String say(String key, Object... numbers) {
        String pattern = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH).getString(key);
        return new MessageFormat(pattern, Locale.ENGLISH).format(numbers);
    }
}
