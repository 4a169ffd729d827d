package dev.orchestrator.launcher.command;

/** A command whose arguments, {@code --help} among them, are for the program that it runs. */
interface HandsOnArguments {}
