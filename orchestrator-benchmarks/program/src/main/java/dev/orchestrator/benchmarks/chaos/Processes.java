package dev.orchestrator.benchmarks.chaos;

import dev.orchestrator.benchmarks.ledger.LedgerTask;
import dev.orchestrator.benchmarks.machine.Database;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What the database says of the processes under test, asked by SQL of its own: the engine is not to be trusted with its own audit. */
final class Processes {
    private static final String PREPARE = """
            CREATE TABLE effects (pid uuid NOT NULL, step text NOT NULL);
            CREATE INDEX effects_process_ix ON effects (pid);
            """;

    private static final String UNFINISHED = """
            SELECT count(*) FROM processes JOIN workflows USING (workflow_id)
            WHERE (name = ? OR NOT ?) AND last_status NOT IN ('completed', 'failed', 'aborted')
            """;

    private static final String LEASED = "SELECT pid FROM process_queue WHERE leased_until > now()";

    private static final String STANDING_STILL = """
            SELECT affected.pid
            FROM unnest(?) AS affected (pid) JOIN processes p USING (pid)
            WHERE p.last_status NOT IN ('completed', 'failed', 'aborted')
              AND NOT EXISTS (SELECT FROM process_steps s WHERE s.pid = affected.pid AND s.completed_at > ?)
            """;

    /** Only what has been finished for a while: a worker that was frozen may still believe that it has something to write. */
    private static final String FINISHED = """
            SELECT p.pid, w.name, p.last_status, p.failed_reason,
                   ARRAY(SELECT s.step_key FROM process_steps s WHERE s.pid = p.pid AND s.status = 'success') AS done,
                   ARRAY(SELECT e.step FROM effects e WHERE e.pid = p.pid) AS effects
            FROM processes p JOIN workflows w USING (workflow_id)
            WHERE p.last_status IN ('completed', 'failed', 'aborted') AND p.last_modified_at < now() - ? * interval '1 second'
            LIMIT 2000
            """;

    private static final String FORGET = """
            WITH effects_gone AS (DELETE FROM effects WHERE pid = ANY (?))
            DELETE FROM processes WHERE pid = ANY (?)
            """;

    private static final String LEFT = "SELECT count(*) FROM effects";

    private static final String CUT = """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
            """;

    private final Database database;

    Processes(Database database) {
        this.database = database;
    }

    /** A finished process, with the keys of its successful steps and its effects, each as often as it is there. */
    record Finished(UUID id, String workflow, String status, String reason, List<String> done, List<String> effects) {}

    void prepare() throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(PREPARE);
        }
    }

    /** Of the tasks that leave effects. */
    int unfinishedTasks() throws SQLException {
        return unfinished(true);
    }

    /** Of all, those that harm their workers too. */
    int unfinished() throws SQLException {
        return unfinished(false);
    }

    private int unfinished(boolean onlyTasks) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(UNFINISHED)) {
            statement.setString(1, LedgerTask.NAME);
            statement.setBoolean(2, onlyTasks);
            return number(statement);
        }
    }

    /** Those that some worker runs. */
    List<UUID> leased() throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(LEASED)) {
            return ids(statement);
        }
    }

    /** Those of them that are unfinished and have nothing on record since. */
    List<UUID> standingStill(Collection<UUID> processes, Instant since) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(STANDING_STILL)) {
            statement.setArray(1, array(connection, processes));
            statement.setTimestamp(2, Timestamp.from(since));
            return ids(statement);
        }
    }

    /** Some of those that were finished so long ago. */
    List<Finished> finished(int seconds) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(FINISHED)) {
            statement.setInt(1, seconds);
            List<Finished> finished = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    finished.add(new Finished(
                            rows.getObject("pid", UUID.class),
                            rows.getString("name"),
                            rows.getString("last_status"),
                            rows.getString("failed_reason"),
                            texts(rows.getArray("done")),
                            texts(rows.getArray("effects"))));
                }
            }
            return finished;
        }
    }

    /** Deletes what was audited, so that a long run does not fill the disk. */
    void forget(Collection<UUID> processes) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setArray(1, array(connection, processes));
            statement.setArray(2, array(connection, processes));
            statement.executeUpdate();
        }
    }

    /** Effects of no process: of one that was audited already, or that was never started. */
    int leftEffects() throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(LEFT)) {
            return number(statement);
        }
    }

    void cutConnections() throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(CUT)) {
            statement.executeQuery().close();
        }
    }

    private static int number(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static List<UUID> ids(PreparedStatement statement) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private static Array array(Connection connection, Collection<UUID> processes) throws SQLException {
        return connection.createArrayOf("uuid", processes.toArray());
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
