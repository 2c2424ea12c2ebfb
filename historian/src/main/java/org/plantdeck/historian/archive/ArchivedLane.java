package org.plantdeck.historian.archive;

/**
 * One run of one group: what has its time stamps in common and comes from one life of its source.
 *
 * @param id its number in this archive
 * @param groupId the group's
 * @param group the group's name, such as a topic
 * @param run the run; empty where the source knows none
 */
public record ArchivedLane(int id, int groupId, String group, String run) {}
