/**
 * Writes the files of an operator's own orchestrator: the project itself, and Java from a product's description.
 *
 * <p>Start at {@link dev.orchestrator.generator.project.NewProject} and {@link dev.orchestrator.generator.source.ProductGenerator}. This
 * package holds what both share: {@link dev.orchestrator.generator.PlannedFiles} are shown or written, all or none.
 */
package dev.orchestrator.generator;
