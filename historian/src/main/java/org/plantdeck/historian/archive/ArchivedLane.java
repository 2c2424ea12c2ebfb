package org.plantdeck.historian.archive;

/**
 * One run of one group: what has its time stamps in common and comes from one life of its source.
 *
 * @param id its number in this archive; a run that began later has a larger one
 * @param groupId the group's
 * @param group the group's name, such as a topic
 * @param run the run; empty where the source knows none
 * @param extent from when to when it reaches, as far as retention has left files of that time
 */
public record ArchivedLane(int id, int groupId, String group, String run, Extent extent) {

    ArchivedLane and(Extent more) {
        return new ArchivedLane(id, groupId, group, run, extent.and(more));
    }

    ArchivedLane since(long beginMs) {
        return new ArchivedLane(id, groupId, group, run, extent.since(beginMs));
    }
}
