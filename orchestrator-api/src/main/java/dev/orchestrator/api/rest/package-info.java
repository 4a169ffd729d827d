/**
 * The REST face, path by path: one package a feature, each with its {@code …Resource}, over the core's use cases.
 *
 * <p>Bodies keep the shapes of orchestrator-core 5.5 (and of those 4.x lists that are still in use): snake_case, times as {@link
 * dev.orchestrator.api.rest.json.UnixTime}. How errors look is in {@link dev.orchestrator.api.rest.error}. Catalogue metadata is
 * read and changed by Hibernate Reactive on the event loop; what calls a use case blocks, and so runs on virtual threads.
 *
 * <p>Bodies that are written through a {@code Response} are registered for reflection by hand, for native executables; others
 * are found by their resource's return type.
 */
package dev.orchestrator.api.rest;
