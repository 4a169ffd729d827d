package dev.orchestrator.form;

/** An enum constant that is shown to people under another name than the one it travels by. */
public interface Labelled {
    String label();
}
