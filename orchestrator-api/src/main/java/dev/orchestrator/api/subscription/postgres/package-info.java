/** Reads subscriptions from PostgreSQL, and searches them as they are: nothing has to be refreshed. */
package dev.orchestrator.api.subscription.postgres;
