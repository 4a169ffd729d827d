package dev.orchestrator.process.postgres;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.util.function.Function;

/** Transactions for blocking code on virtual threads, over the reactive client. */
public final class Transactions {
    private final Pool pool;

    public Transactions(Pool pool) {
        this.pool = pool;
    }

    /** Runs the work on one connection and commits; rolls back when it throws. */
    public <T> T run(Function<SqlConnection, T> work) {
        return runUnless(result -> false, work);
    }

    /** As {@link #run}, but rolls back also when the result says so. */
    public <T> T runUnless(java.util.function.Predicate<T> rollBackOn, Function<SqlConnection, T> work) {
        SqlConnection connection = pool.getConnection().await().indefinitely();
        try {
            Transaction transaction = connection.begin().await().indefinitely();
            T result;
            try {
                result = work.apply(connection);
            } catch (RuntimeException | Error e) {
                rollBack(transaction, e);
                throw e;
            }
            if (rollBackOn.test(result)) {
                transaction.rollback().await().indefinitely();
            } else {
                transaction.commit().await().indefinitely();
            }
            return result;
        } finally {
            connection.close().await().indefinitely();
        }
    }

    /** The cause matters more than what the rollback has to say; a broken connection rolls back by itself. */
    private static void rollBack(Transaction transaction, Throwable cause) {
        try {
            transaction.rollback().await().indefinitely();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}
