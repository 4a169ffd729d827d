package dev.orchestrator.workflow;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;

/**
 * Who may do something. Asked only where people are known, that is where the API is told who sends a request; else everybody may
 * do everything.
 */
@FunctionalInterface
public interface Permission {
    /**
     * Whether this person may.
     *
     * @param groups those that the user belongs to
     */
    boolean allows(String user, Set<String> groups);

    static Permission everyone() {
        return (user, groups) -> true;
    }

    /** The members of any of these groups. */
    static Permission membersOf(String... groups) {
        Set<String> named = Set.copyOf(Arrays.asList(groups));
        return (user, own) -> !Collections.disjoint(named, own);
    }

    /** The people of these names. */
    static Permission only(String... users) {
        Set<String> named = Set.copyOf(Arrays.asList(users));
        return (user, groups) -> named.contains(user);
    }
}
