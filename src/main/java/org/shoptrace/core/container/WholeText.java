package org.shoptrace.core.container;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.shoptrace.core.file.FileInput;

/// A file that is one text.
record WholeText(Path file, boolean isRewritten) implements Container {
    @Override
    public List<Text> texts() {
        return List.of(new Text("", Optional.empty(), OptionalLong.of(0), () -> FileInput.open(file)));
    }

    @Override
    public void close() {}
}
