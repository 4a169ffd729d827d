/**
 * An own project: the files that {@code ./orchestrator new} makes.
 *
 * <p>Start at {@link dev.orchestrator.generator.project.NewProject}; its templates lie beside it as resources.
 */
package dev.orchestrator.generator.project;
