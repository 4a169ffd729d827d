/**
 * What operators do to processes beyond starting, answering and aborting them: retry, skip, go back, edit the state, change
 * priority and due time; one by one and many at a time.
 *
 * <p>Each action is a small {@link dev.orchestrator.process.operator.OperatorAction} that works out, from the record alone, what is
 * to be written, or refuses; so a rehearsal is an action that is not written. Start at {@link
 * dev.orchestrator.process.operator.ActOnProcess}. May depend on process and everything above it.
 */
package dev.orchestrator.process.operator;
