package dev.orchestrator.evolution;

/** What becomes of a live process under other code. */
public enum Fate {
    /** It goes on where it stands. */
    CONTINUES,
    /** It goes on with the old steps of a patch, which therefore have to stay. */
    CONTINUES_ON_OLD_PATH,
    /** Its version is gone, and a state migration leads away from it. */
    NEEDS_MIGRATION,
    /** Nothing would run it, or the engine would stop it. */
    BLOCKED;

    /** Whether somebody has to do something before the code may be rolled out. */
    public boolean isStranded() {
        return this == NEEDS_MIGRATION || this == BLOCKED;
    }
}
