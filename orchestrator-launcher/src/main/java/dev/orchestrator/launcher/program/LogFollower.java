package dev.orchestrator.launcher.program;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Hands on the whole lines that have been added to a log since it was last asked; a log that is begun anew is read anew. */
public final class LogFollower {
    private static final int CHUNK = 64 * 1024;

    private final Path log;
    private final Consumer<String> lines;
    private long position;

    public LogFollower(Path log, Consumer<String> lines) {
        this.log = log;
        this.lines = lines;
    }

    /** Skips what is there already. */
    public LogFollower fromTheEnd() {
        position = log.toFile().length();
        return this;
    }

    public synchronized void read() {
        if (!log.toFile().exists()) {
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            if (file.length() < position) {
                position = 0;
            }
            while (readChunk(file)) {}
        } catch (IOException unreadable) {
            lines.accept("(cannot be read: " + unreadable.getMessage() + ")");
        }
    }

    private boolean readChunk(RandomAccessFile file) throws IOException {
        byte[] bytes = new byte[(int) Math.min(CHUNK, file.length() - position)];
        file.seek(position);
        file.readFully(bytes);
        int whole = endOfLastLine(bytes);
        position += whole;
        new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().forEach(lines);
        return whole > 0;
    }

    private static int endOfLastLine(byte[] bytes) {
        for (int end = bytes.length; end > 0; end--) {
            if (bytes[end - 1] == '\n') {
                return end;
            }
        }
        // A line longer than a chunk is handed on in pieces.
        return bytes.length == CHUNK ? CHUNK : 0;
    }
}
