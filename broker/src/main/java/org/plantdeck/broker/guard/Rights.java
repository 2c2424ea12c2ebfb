package org.plantdeck.broker.guard;

/**
 * What a connected client may do. Threads: any; an answer may change while it is connected, where
 * the rules were changed.
 */
public interface Rights {

    /** In whose name it is connected, such as {@code guest}; owns the client's session. */
    String user();

    /** Whether it may publish on a topic, its last will too. */
    boolean mayPublish(String topic);

    /** Whether it may be given a message on a topic. */
    boolean mayReceive(String topic);

    /** Whether there is anything it may be given that a topic filter matches. */
    boolean mayReceiveAnyOf(String filter);

    /** Whether its holder is still who it was; one who is not is disconnected. */
    default boolean hold() {
        return true;
    }

    /** Everything, in one name; for a broker without rules. */
    static Rights everything(String user) {
        return new Rights() {
            @Override
            public String user() {
                return user;
            }

            @Override
            public boolean mayPublish(String topic) {
                return true;
            }

            @Override
            public boolean mayReceive(String topic) {
                return true;
            }

            @Override
            public boolean mayReceiveAnyOf(String filter) {
                return true;
            }
        };
    }
}
