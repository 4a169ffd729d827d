/** What REST reads and writes of subscriptions beyond the shared reads; each statement is named in its class. */
package dev.orchestrator.api.rest.subscription.postgres;
