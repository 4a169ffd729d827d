/**
 * The programs of an orchestrator as they are rolled out, for tests from end to end: start at {@link
 * dev.orchestrator.testkit.program.Programs}. They have to be packaged before.
 */
package dev.orchestrator.testkit.program;
