package org.shoptrace.core.trajectory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.container.Container;
import org.shoptrace.core.container.Text;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSpans;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.model.json.Json;

/// A file of a known format that holds no run, such as the log of an evaluation that ended before its first sample. That is no fault of the
/// file: it is passed over, and whoever names it is told what it is.
public final class RunlessFile extends ShoptraceException {
    private static final long serialVersionUID = 1L;

    /// Larger files are not held only to say what they are not.
    private static final int LOOKED_INTO = 8 << 20;

    private final String reason;

    private RunlessFile(Path file, String reason) {
        super("the file is " + reason, file.toString(), "Choose a file with runs");
        this.reason = reason;
    }

    /// Fails when a file in which no run was found is of a known format.
    ///
    /// @throws RunlessFile that says which
    public static void check(Path file) throws RunlessFile {
        Optional<String> reason = reason(file);
        if (reason.isPresent()) {
            throw new RunlessFile(file, reason.get());
        }
    }

    /// What it is, as [#reason(Path)] says it.
    public String reason() {
        return reason;
    }

    /// What a file is in which no run was found, with its article and without a full stop; empty when it is nothing known.
    public static Optional<String> reason(Path file) {
        try (Container container = Container.open(file)) {
            List<Text> texts = container.texts();
            return texts.size() == 1 ? reason(texts.getFirst()) : Optional.empty();
        } catch (IOException e) {
            // Whatever is wrong with it, it is nothing known.
            return Optional.empty();
        }
    }

    private static Optional<String> reason(Text text) throws IOException {
        byte[] content;
        try (InputStream in = text.opener().open()) {
            content = in.readNBytes(LOOKED_INTO + 1);
        }
        if (content.length > LOOKED_INTO) {
            try (InputStream in = text.opener().open()) {
                return RunCollection.empty(JsonSpans.of(in, RunCollection.lists())).map(RunlessFile::without);
            }
        }
        try {
            Optional<Json> first = JsonReader.readAll(content, 0, content.length).stream().findFirst();
            return first.flatMap(RunCollection::empty).map(RunlessFile::without)
                    .or(() -> first.flatMap(RunFormats::knownAs).map(name -> name + ", which Shoptrace does not read"));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    private static String without(String name) {
        return name + ", so that it holds no run";
    }
}
