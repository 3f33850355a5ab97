package org.shoptrace.core.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.ShortName;

/// The vectors of one model on disk, one append-only file: a header with the length of the vectors, then records of equal
/// size (SHA-256 of the text, the floats, a checksum). What a killed process left half-written at the end is cut off by the
/// next writer; writers of several processes take turns by a file lock, and each reads what the others have appended when
/// it appends. Vectors stay on disk, only their places are in memory. Safe for use by several threads.
public final class VectorCache implements Vectors {
    private static final byte[] MAGIC = "SHOPVEC1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MAGIC.length + Integer.BYTES;
    private static final int KEY = 32;
    private static final int LONGEST_NAME = 200;
    /// A file lock is the whole process's, so threads of one process take turns before it.
    private static final Object ONE_WRITER = new Object();

    private final Path file;
    private final FileChannel channel;
    private final Map<String, Long> places = new ConcurrentHashMap<>();
    private int dimensions;
    private long read = HEADER;

    private VectorCache(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Opens the vectors of `model` below `folder`; both are made when they are not there.
    ///
    /// @throws ShoptraceException when the file cannot be opened or is no such cache
    public static VectorCache open(Path folder, String model) throws ShoptraceException {
        Path file = file(folder, model);
        try {
            Files.createDirectories(folder);
            return open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw failure("cannot be opened", file, e);
        }
    }

    /// The vectors of `model` below `folder`, to be read alone: none can be kept.
    ///
    /// @throws ShoptraceException when there are none, the file cannot be opened or is no such cache
    static VectorCache reading(Path folder, String model) throws ShoptraceException {
        Path file = file(folder, model);
        try {
            return open(file, StandardOpenOption.READ);
        } catch (IOException e) {
            throw failure("cannot be opened", file, e);
        }
    }

    private static VectorCache open(Path file, OpenOption... how) throws IOException, ShoptraceException {
        VectorCache cache = new VectorCache(file, FileChannel.open(file, how));
        cache.readAppended();
        return cache;
    }

    private static Path file(Path folder, String model) {
        String hash = HexFormat.of().formatHex(sha256(model), 0, 4);
        return folder.resolve(ShortName.of(model.replaceAll("[^A-Za-z0-9.-]+", "_"), LONGEST_NAME) + "-" + hash + ".vectors");
    }

    @Override
    public Optional<float[]> get(String text) throws ShoptraceException {
        Long place = places.get(key(text));
        if (place == null) {
            return Optional.empty();
        }
        try {
            ByteBuffer floats = read(place + KEY, dimensions() * Float.BYTES);
            float[] vector = new float[dimensions()];
            floats.asFloatBuffer().get(vector);
            return Optional.of(vector);
        } catch (IOException e) {
            throw failure("cannot be read", file, e);
        }
    }

    /// They are on the disk when it returns.
    @Override
    public void putAll(List<String> texts, List<float[]> vectors) throws ShoptraceException {
        if (vectors.isEmpty()) {
            return;
        }
        synchronized (ONE_WRITER) {
            try (FileLock _ = channel.lock()) {
                append(texts, vectors);
            } catch (NonWritableChannelException e) {
                throw failure("cannot be written", file, new IOException("it is open for reading alone", e));
            } catch (IOException e) {
                throw failure("cannot be written", file, e);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized int dimensions() {
        return dimensions;
    }

    private synchronized void append(List<String> texts, List<float[]> vectors) throws IOException, ShoptraceException {
        int length = vectors.getFirst().length;
        if (channel.size() < HEADER) {
            channel.truncate(0);
            write(0, ByteBuffer.allocate(HEADER).put(MAGIC).putInt(length).flip());
        }
        readAppended();
        if (length != dimensions) {
            throw new ShoptraceException(
                    "the cache holds vectors of " + dimensions + " numbers and the model makes " + length,
                    file.toString(),
                    "Delete the file if the model has changed");
        }
        channel.truncate(read);
        ByteBuffer records = ByteBuffer.allocate(record() * vectors.size());
        for (int i = 0; i < vectors.size(); i++) {
            int start = records.position();
            records.put(sha256(texts.get(i)));
            for (float number : vectors.get(i)) {
                records.putFloat(number);
            }
            records.putInt(checksum(records, start, records.position()));
        }
        write(read, records.flip());
        channel.force(false);
        readAppended();
    }

    /// Takes in whole records behind those known; a record whose checksum is wrong is passed over.
    private synchronized void readAppended() throws IOException, ShoptraceException {
        if (channel.size() < HEADER) {
            return;
        }
        ByteBuffer header = read(0, HEADER);
        byte[] magic = new byte[MAGIC.length];
        header.get(magic);
        dimensions = header.getInt();
        if (!MessageDigest.isEqual(magic, MAGIC) || dimensions <= 0 || dimensions > 1 << 16) {
            throw new ShoptraceException("the file is no cache of vectors", file.toString(), "Move it away, or delete it");
        }
        for (; read + record() <= channel.size(); read += record()) {
            ByteBuffer record = read(read, record());
            if (record.getInt(record() - Integer.BYTES) == checksum(record, 0, record() - Integer.BYTES)) {
                byte[] key = new byte[KEY];
                record.get(0, key);
                places.put(HexFormat.of().formatHex(key), read);
            }
        }
    }

    private int record() {
        return KEY + dimensions * Float.BYTES + Integer.BYTES;
    }

    private ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
            // until it is full; a shorter file was cut by someone else, and its zeros fail the checksum
        }
        return bytes.rewind();
    }

    private void write(long position, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes, position + bytes.position());
        }
    }

    private static int checksum(ByteBuffer bytes, int from, int to) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.duplicate().position(from).limit(to));
        return (int) checksum.getValue();
    }

    private static String key(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static ShoptraceException failure(String what, Path file, IOException e) {
        return new ShoptraceException(
                "the cache of title vectors " + what + ", " + e.getMessage(),
                file.toString(),
                "Check that the folder is writable and the disk is not full",
                e);
    }
}
