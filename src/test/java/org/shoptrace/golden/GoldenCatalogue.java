package org.shoptrace.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;

/// The catalogue slice, indexed before the first test of a class and gone after the last. A class registers it as a static extension.
public final class GoldenCatalogue implements BeforeAllCallback, AfterAllCallback {
    private Optional<Path> folder = Optional.empty();
    private Optional<LuceneSandbox> opened = Optional.empty();

    public LuceneSandbox sandbox() {
        return opened.orElseThrow();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Path place = Files.createTempDirectory("golden-catalogue");
        folder = Optional.of(place);
        new CatalogIndexer().build(List.of(GoldenSet.DOCUMENTS), place.resolve("catalogue"), _ -> {}, Progress.NONE);
        opened = Optional.of(LuceneSandbox.open(place.resolve("catalogue")));
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        opened.ifPresent(LuceneSandbox::close);
        if (folder.isPresent()) {
            try (Stream<Path> all = Files.walk(folder.get())) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
