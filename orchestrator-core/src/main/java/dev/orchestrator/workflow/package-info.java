/**
 * What an author writes: workflows, their targets, forms and step lists.
 *
 * <p>May depend on error, state, product, subscription, form and evolution.
 */
package dev.orchestrator.workflow;
