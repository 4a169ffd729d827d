package dev.orchestrator.launcher;

import java.io.PrintWriter;

/** What the person in front of the terminal sees; lines of several threads never mix. */
public final class Screen {
    private static final String[] COLOURS = {"36", "33", "32", "35", "34", "31"};
    private static final int NAME_WIDTH = 10;

    private final PrintWriter out;
    private final boolean coloured;

    public Screen(PrintWriter out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    public synchronized void say(String text) {
        out.println(text);
        out.flush();
    }

    public synchronized void ask(String text) {
        out.print(text);
        out.flush();
    }

    /** One line of a program's log behind the program's name. */
    public void log(String program, String line) {
        String name = String.format("%-" + NAME_WIDTH + "s |", program);
        say(painted(colour(program), name) + " " + line);
    }

    /** The text in a colour, where there is a terminal that shows colours. */
    public String painted(String ansiColour, String text) {
        return coloured ? "\033[" + ansiColour + "m" + text + "\033[0m" : text;
    }

    private static String colour(String program) {
        return COLOURS[Math.floorMod(program.hashCode(), COLOURS.length)];
    }
}
