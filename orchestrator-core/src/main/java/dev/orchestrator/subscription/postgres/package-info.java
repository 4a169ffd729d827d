/** Subscriptions and their models in PostgreSQL. */
package dev.orchestrator.subscription.postgres;
