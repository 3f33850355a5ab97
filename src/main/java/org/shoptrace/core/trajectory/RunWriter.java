package org.shoptrace.core.trajectory;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.LineReader;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunSource;

/// Appends runs to a rollout file, one line each and each line at once, so that a reader who follows the file sees whole runs.
/// Not for use by several threads.
public final class RunWriter implements Closeable {
    private final Path file;
    private final OutputStream out;
    private long lines;

    /// @param file created when it is not there; else what it holds stays, and a half line at its end is ended
    /// @throws ShoptraceException when it cannot be written
    public RunWriter(Path file) throws ShoptraceException {
        this.file = file;
        try {
            boolean open = Files.exists(file) && endsInsideALine();
            this.out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (open) {
                out.write('\n');
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /// Writes a run and gives it back as it now stands in the file: with the id of its new line, and that line as its source.
    ///
    /// @throws ShoptraceException when it cannot be written
    public Run append(Run run) throws ShoptraceException {
        byte[] line = RunCodec.line(RunCodec.encode(run));
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        try {
            out.write(ended);
        } catch (IOException e) {
            throw failure(e);
        }
        lines++;
        return new Run(
                RunCodec.id(line, 0, line.length), new RunSource(file, lines), run.model(), run.envelope(), run.steps(), run.own());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private boolean endsInsideALine() throws IOException {
        try (LineReader reader = new LineReader(Files.newInputStream(file), 0)) {
            boolean terminated = true;
            while (reader.next()) {
                lines = reader.number();
                terminated = reader.isTerminated();
            }
            return !terminated;
        }
    }

    private ShoptraceException failure(IOException e) {
        return WriteFailure.of("the runs cannot be written", file, e);
    }
}
