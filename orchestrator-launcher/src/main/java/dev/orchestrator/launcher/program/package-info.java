/**
 * Programs that the launcher starts, watches and ends.
 *
 * <p>Start at {@link dev.orchestrator.launcher.program.Program}. What runs is on record in small files, so that another launcher finds it
 * after this one was killed.
 */
package dev.orchestrator.launcher.program;
