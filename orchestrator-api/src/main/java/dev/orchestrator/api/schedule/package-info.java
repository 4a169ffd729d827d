/** Scheduled tasks, read. Depends on graphql and listing. */
package dev.orchestrator.api.schedule;
