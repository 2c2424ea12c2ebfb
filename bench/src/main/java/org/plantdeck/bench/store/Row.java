package org.plantdeck.bench.store;

import org.plantdeck.signal.Value;

/**
 * What the tags of one group were at one instant.
 *
 * @param group its number, from 0
 * @param timeMs milliseconds since 1970
 * @param values one for each tag of the group, in order; absent where there is none
 */
record Row(int group, long timeMs, Value[] values) {}
