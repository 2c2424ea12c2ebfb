package org.plantdeck.cloudanalytics;

import org.plantdeck.cloudanalytics.insights.InsightChange;

import java.util.List;

/**
 * What came of a transaction.
 *
 * @param stored windows that were not there before
 * @param repeated windows that were there before, or that nothing waits for any more
 * @param changes what the rules found, in order
 * @param isMoreToLookAt whether the rules have windows left to look at
 */
record Taken(int stored, int repeated, List<InsightChange> changes, boolean isMoreToLookAt) {}
