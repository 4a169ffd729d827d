/** The beginner workshop's products and some of its workflows, for tests of the API; nothing here is run, only asked. */
package dev.orchestrator.api.workshop;
