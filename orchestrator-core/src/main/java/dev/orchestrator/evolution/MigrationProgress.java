package dev.orchestrator.evolution;

/** Hears of a run while it goes on. */
public interface MigrationProgress {
    /** Listens to nothing. */
    MigrationProgress SILENT = new MigrationProgress() {
        @Override
        public void done(long processes, long ofAbout) {}

        @Override
        public void failed(MigrationError error) {}
    };

    /** After each page: how many have been looked at, of about how many. */
    void done(long processes, long ofAbout);

    /** For each process that could not be migrated. */
    void failed(MigrationError error);
}
