/**
 * What a native build has to be told: which of the operator's classes are looked up by reflection.
 *
 * <p>Start at {@link dev.orchestrator.nativeimage.AuthorsClasses}. Used by GraalVM's builder only; depends on the models alone.
 */
package dev.orchestrator.nativeimage;
