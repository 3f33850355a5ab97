package org.shoptrace.core.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.model.json.Json;

/// A file that is one text.
record WholeText(Path file) implements Container {
    @Override
    public boolean isRewritten() throws IOException {
        return FileInput.isPacked(file);
    }

    @Override
    public List<Text> texts() {
        return List.of(new Text("", Json.Obj.EMPTY, OptionalLong.of(0), () -> FileInput.open(file)));
    }

    @Override
    public void close() {}
}
