/**
 * The document that steps pass on.
 *
 * <p>Start at {@link dev.orchestrator.state.State}; {@link dev.orchestrator.state.Json} is the one place that decides how
 * Java values become JSON: snake_case names, ISO times, enums by their wire names. Depends on {@code error} only.
 */
package dev.orchestrator.state;
