/**
 * The record of running workflows, and the use cases that start, resume and abort them.
 *
 * <p>May depend on everything above it: error, state, product, subscription, form, evolution, workflow.
 */
package dev.orchestrator.process;
