/**
 * The commands for operators, {@code processes} and {@code engine}: they talk REST to an API, be it that of {@code up} or another.
 *
 * <p>Start at {@link dev.orchestrator.launcher.process.ProcessesCommand}, which lists them all; {@link
 * dev.orchestrator.launcher.process.Api} is the way to the API. Exit codes: 0 done, 1 refused in full or in part, 2 a mistake in
 * the command line, 3 no API answers.
 */
package dev.orchestrator.launcher.process;
