/**
 * The labels of forms and workflows in people's languages.
 *
 * <p>Start at {@link dev.orchestrator.api.rest.translation.Translations}.
 */
package dev.orchestrator.api.rest.translation;
