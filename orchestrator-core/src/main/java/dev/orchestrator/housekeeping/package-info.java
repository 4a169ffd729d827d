/**
 * The tasks that come with the system, and keep it in order: they remove, archive, resume and validate.
 *
 * <p>Each {@code Task…} is a workflow, named after its class, with a default schedule; {@link
 * dev.orchestrator.housekeeping.Housekeeping} is what they need of the database beyond the other repositories. May depend on
 * everything above it: error, state, product, subscription, form, workflow, process, schedule.
 */
package dev.orchestrator.housekeeping;
