package dev.orchestrator.elsewhere;

/** Breaks the law that only starters of programs know their processes. */
public record Starter(ProcessHandle process) {}
