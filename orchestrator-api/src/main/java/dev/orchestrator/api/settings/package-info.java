/**
 * The engine and the system itself: settings, workers and versions over GraphQL. Depends on graphql and on the settings of
 * REST, with which it shares what is read.
 */
package dev.orchestrator.api.settings;
