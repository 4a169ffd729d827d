package dev.orchestrator.launcher.command;

import dev.orchestrator.launcher.Screen;
import dev.orchestrator.launcher.Workspace;
import java.io.BufferedReader;
import java.util.Map;

/** What every command works on: the checkout, the terminal and the environment variables. */
record Surroundings(Workspace workspace, Screen screen, BufferedReader input, Map<String, String> environment) {}
