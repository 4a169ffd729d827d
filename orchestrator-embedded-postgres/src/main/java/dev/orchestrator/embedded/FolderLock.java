package dev.orchestrator.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread of one program at a time work on a folder; the operating system frees it when the program dies.
 *
 * <p>A file lock counts for the whole JVM and throws when a second thread of it asks, hence the lock in memory around it.
 */
final class FolderLock {
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private FolderLock() {}

    /** What is done while the folder is held. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    static <T> T hold(Path folder, Work<T> work) throws IOException {
        Path file = folder.resolve("lock");
        ReentrantLock threads = THREADS.computeIfAbsent(file, ignored -> new ReentrantLock());
        threads.lock();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock programs = channel.lock();
            try {
                return work.run();
            } finally {
                programs.release();
            }
        } finally {
            threads.unlock();
        }
    }
}
