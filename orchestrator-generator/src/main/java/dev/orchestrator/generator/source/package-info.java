/**
 * The Java that is made of a product's description.
 *
 * <p>Start at {@link dev.orchestrator.generator.source.ProductGenerator}. Each kind of file has a class that writes it; what is written is
 * meant to be read and changed by people.
 */
package dev.orchestrator.generator.source;
