/**
 * What a person types: {@code up}, {@code status}, {@code down}, {@code reset}, {@code logs}, {@code database}, {@code benchmark}.
 *
 * <p>Start at {@link dev.orchestrator.launcher.command.Launcher}, then {@link dev.orchestrator.launcher.command.UpCommand} and the
 * {@link dev.orchestrator.launcher.command.Stack} that it starts.
 */
package dev.orchestrator.launcher.command;
