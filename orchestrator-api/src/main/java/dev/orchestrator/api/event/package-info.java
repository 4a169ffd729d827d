/**
 * Tells open web pages what has changed, whoever changed it.
 *
 * <p>Start at {@link dev.orchestrator.api.event.ChangeWatcher}. Most changes are made by workers, which are other programs:
 * while at least one page is open, what can change is read in one statement twice a second and compared with the time before.
 * The engine pays nothing for it: a notification in each of its transactions would serialise their commits. What only this
 * program can know is published through {@link dev.orchestrator.api.event.Events}.
 */
package dev.orchestrator.api.event;
