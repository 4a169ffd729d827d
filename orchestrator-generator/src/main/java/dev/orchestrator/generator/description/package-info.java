/**
 * A product as its description in YAML tells it, checked: what it is made of, and what its parts are called.
 *
 * <p>Start at {@link dev.orchestrator.generator.description.ProductDescription}; {@link dev.orchestrator.generator.description.DescriptionReader}
 * reads it and names the lines of all mistakes.
 */
package dev.orchestrator.generator.description;
