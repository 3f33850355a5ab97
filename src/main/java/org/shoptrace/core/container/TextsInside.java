package org.shoptrace.core.container;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The texts inside a file of another kind, which stays open as long as they are read.
abstract sealed class TextsInside implements Container permits ZipTexts, ParquetTexts {
    private final Closeable file;
    private final List<Text> texts = new ArrayList<>();

    TextsInside(Closeable file) {
        this.file = file;
    }

    final void add(Text text) {
        texts.add(text);
    }

    @Override
    public final boolean isRewritten() {
        return true;
    }

    @Override
    public final List<Text> texts() {
        return Collections.unmodifiableList(texts);
    }

    @Override
    public final void close() throws IOException {
        file.close();
    }
}
