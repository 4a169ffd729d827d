package dev.orchestrator.api.listing.postgres;

import java.util.function.BiFunction;

/**
 * What joins the rows of a list to their parents.
 *
 * @param parent the expression that is the parent's id
 * @param join the join, given the parameter that holds the parents' ids; it may bind more
 */
public record Link(String parent, BiFunction<String, Parameters, String> join) {
    public static Link joined(String join, String parent) {
        return new Link(parent, (parents, parameters) -> join);
    }
}
