package org.plantdeck.broker.access;

import org.plantdeck.broker.access.Rule.Access;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What everybody may publish and read. What no rule allows is not allowed, and what a rule denies
 * is not, whatever others allow. A wildcard at the first level never takes a topic that begins with
 * {@code $} (MQTT 3.1.1, 4.7.2). Immutable and made for a call a message: no decision about a topic
 * makes an object. Threads: any.
 */
public final class AccessRules {

    private static final Rule[] NONE = {};

    /** For each role, the rules of those whom no rule names. */
    private final Map<Role, Rule[]> ofOthers;

    /** For each name that a rule names and each role it may have, its rules. */
    private final Map<String, Map<Role, Rule[]>> ofNamed = new HashMap<>();

    AccessRules(List<Rule> rules) {
        ofOthers = byRole(rules, "");
        for (Rule rule : rules) {
            if (rule.subject() instanceof Rule.Subject.OfUser(String name)) {
                ofNamed.computeIfAbsent(name, it -> byRole(rules, it));
            }
        }
    }

    private static Map<Role, Rule[]> byRole(List<Rule> rules, String name) {
        Map<Role, Rule[]> byRole = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            byRole.put(
                    role,
                    rules.stream()
                            .filter(it -> it.subject().takes(role, name))
                            .toArray(Rule[]::new));
        }
        return byRole;
    }

    private Rule[] rulesOf(Identity identity) {
        return ofNamed.getOrDefault(identity.user(), ofOthers).getOrDefault(identity.role(), NONE);
    }

    /**
     * Whether somebody may publish on a topic, as a message or as a will.
     *
     * @param topic a name without wildcards; anything else is not allowed to anybody
     */
    public boolean mayPublish(Identity identity, String topic) {
        return may(Access.WRITE, identity, topic);
    }

    /**
     * Whether a message of a topic may be delivered to somebody.
     *
     * @param topic a name without wildcards; nobody receives anything else
     */
    public boolean mayReceive(Identity identity, String topic) {
        return may(Access.READ, identity, topic);
    }

    private boolean may(Access access, Identity identity, String topic) {
        if (!Filters.isTopic(topic)) {
            return false;
        }
        boolean allowed = false;
        for (Rule rule : rulesOf(identity)) {
            boolean tellsMore = !(allowed && rule.action().allows());
            if (tellsMore && rule.isAbout(access) && rule.pattern().matches(topic, identity)) {
                if (!rule.action().allows()) {
                    return false;
                }
                allowed = true;
            }
        }
        return allowed;
    }

    /**
     * Whether a subscription can bring somebody anything: whether some topic that matches the
     * filter may be read. Then it can be accepted, and each delivery is asked about by itself.
     * Where several lines only together deny everything the filter matches, the answer is yes and
     * nothing arrives. A filter that is malformed or begins with {@code $share/} brings nothing.
     *
     * @param filter a topic filter, with wildcards or without
     */
    public boolean mayReceiveAnyOf(Identity identity, String filter) {
        if (Filters.isTopic(filter)) {
            return mayReceive(identity, filter);
        }
        String[] levels = filter.split("/", -1);
        if (!Filters.isSound(levels)) {
            return false;
        }
        boolean allowed = false;
        for (Rule rule : rulesOf(identity)) {
            if (!rule.isAbout(Access.READ)) {
                continue;
            }
            if (rule.action().allows()) {
                allowed = allowed || rule.pattern().meets(levels, identity);
            } else if (rule.pattern().covers(levels, identity)) {
                return false;
            }
        }
        return allowed;
    }
}
