/**
 * What operators see and switch of the system as a whole: pause and start, workers, caches, settings.
 *
 * <p>Start at {@link dev.orchestrator.api.rest.settings.SettingsResource}.
 */
package dev.orchestrator.api.rest.settings;
