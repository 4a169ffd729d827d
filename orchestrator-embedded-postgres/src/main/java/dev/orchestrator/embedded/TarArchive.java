package dev.orchestrator.embedded;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Unpacks the files, folders and symbolic links of a ustar stream, which is all that the server's archive consists of. */
final class TarArchive {
    private static final int BLOCK = 512;

    private final DataInputStream input;
    private final byte[] header = new byte[BLOCK];

    TarArchive(InputStream input) {
        this.input = new DataInputStream(input);
    }

    void unpackTo(Path folder) throws IOException {
        while (nextHeader()) {
            unpackEntry(folder);
        }
    }

    private boolean nextHeader() throws IOException {
        input.readFully(header);
        return header[0] != 0;
    }

    private void unpackEntry(Path folder) throws IOException {
        String prefix = text(345, 155);
        String name = prefix.isEmpty() ? text(0, 100) : prefix + "/" + text(0, 100);
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive holds a file outside of its folder: " + name);
        }
        switch (header[156]) {
            case '5' -> Files.createDirectories(target);
            case '2' -> link(target, text(157, 100));
            case '0', 0 -> file(target, number(124, 12), (number(100, 8) & 0111) != 0);
            default -> throw new IOException("The archive holds an entry of unknown kind: " + name);
        }
    }

    private static void link(Path target, String destination) throws IOException {
        Files.createDirectories(target.getParent());
        Files.createSymbolicLink(target, Path.of(destination));
    }

    private void file(Path target, long size, boolean executable) throws IOException {
        Files.createDirectories(target.getParent());
        try (OutputStream output = Files.newOutputStream(target)) {
            byte[] buffer = new byte[64 * 1024];
            for (long left = size; left > 0; ) {
                int count = (int) Math.min(left, buffer.length);
                input.readFully(buffer, 0, count);
                output.write(buffer, 0, count);
                left -= count;
            }
        }
        input.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private long number(int offset, int length) {
        return Long.parseLong(text(offset, length).strip(), 8);
    }

    private String text(int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.UTF_8);
    }
}
