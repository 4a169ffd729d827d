/**
 * What can go wrong, in words a person can act on.
 *
 * <p>Start at {@link dev.orchestrator.error.ErrorCode}: each refusal the system can utter, with its category. Depends on
 * nothing else of ours.
 */
package dev.orchestrator.error;
