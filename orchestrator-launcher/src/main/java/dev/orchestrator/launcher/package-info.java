/**
 * The development launcher: PostgreSQL, the migrations, the API and workers from one command, and the same way down.
 *
 * <p>Start at {@code command.UpCommand}. It knows the services only as programs with an environment and a health page, exactly as
 * production runs them. This package holds what its children share: the {@link dev.orchestrator.launcher.Workspace}, the
 * {@link dev.orchestrator.launcher.Screen} and the {@link dev.orchestrator.launcher.LauncherException}. Depends on the embedded
 * PostgreSQL and the generator only.
 */
package dev.orchestrator.launcher;
