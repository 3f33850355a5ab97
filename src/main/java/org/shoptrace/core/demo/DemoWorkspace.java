package org.shoptrace.core.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.catalog.CatalogGenerator;
import org.shoptrace.core.catalog.DocumentWriter;
import org.shoptrace.core.catalog.Vocabulary;
import org.shoptrace.core.catalog.VocabularyReader;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.file.WholeFile;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskSynthesis;
import org.shoptrace.core.task.TaskWriter;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.catalog.Document;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;

/// The demo as a folder: `documents.jsonl` with its index where a workspace keeps it, `tasks`, and in `rollouts` what two shoppers did with
/// them. It is made aside and moved into place when it is whole.
public final class DemoWorkspace {
    private static final String STAMP = "demo.txt";

    private final DemoPlan plan;

    public DemoWorkspace(DemoPlan plan) {
        this.plan = plan;
    }

    /// Whether the folder holds this demo, whole.
    public boolean isAt(Path folder) throws ShoptraceException {
        Path stamp = folder.resolve(STAMP);
        try {
            return Files.exists(stamp) && Files.readString(stamp).equals(plan.stamp());
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /// Makes the demo unless it is there. A demo of another version is put aside, not removed, since someone's notes may lie in it.
    ///
    /// @param folder a demo, an empty folder, or none yet
    /// @throws ShoptraceException when the folder holds something else or cannot be written
    /// @throws java.util.concurrent.CancellationException when `progress` is cancelled; the folder is then as it was
    public void makeAt(Path folder, Progress progress) throws ShoptraceException {
        if (isAt(folder)) {
            return;
        }
        try {
            requireDemoOrNothing(folder);
            Path parent = Files.createDirectories(folder.toAbsolutePath().getParent());
            Path aside = Files.createTempDirectory(parent, folder.getFileName() + "-making-");
            try {
                fill(aside, progress);
                WholeFile.write(aside.resolve(STAMP), plan.stamp());
                makeRoom(folder);
                Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                FileTree.delete(aside);
            }
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    private void fill(Path folder, Progress progress) throws IOException, ShoptraceException {
        progress.report("Generating products", 0);
        Vocabulary vocabulary = VocabularyReader.read();
        List<Product> products = CatalogGenerator.generate(vocabulary, plan.seed(), plan.products(), plan.shops());
        Path documents = folder.resolve("documents.jsonl");
        try (DocumentWriter writer = new DocumentWriter(documents)) {
            for (Product product : products) {
                writer.write(Document.of(product));
            }
        }
        progress.checkCancelled();
        progress.report("Writing tasks", 0.1);
        List<Task> tasks = TaskSynthesis.synthesize(vocabulary, products, plan.seed(), plan.tasksPerIntent());
        Path taskFolder = Files.createDirectory(folder.resolve("tasks"));
        for (Intent intent : Intent.LEVELS) {
            List<Task> ofIntent = tasks.stream().filter(task -> task.intent() == intent).toList();
            TaskWriter.write(taskFolder.resolve("synthesize_" + intent.wireName() + "_test.jsonl"), TaskFile.Form.LINES, ofIntent);
        }
        progress.report("Building the index", 0.15);
        Path catalog = WorkspaceFolder.of(folder, folder).catalog(documents);
        new CatalogIndexer().build(List.of(documents), catalog, DemoWorkspace::refuse, progress.part(0.15, 0.3));
        Path rollouts = Files.createDirectory(folder.resolve("rollouts"));
        try (Sandbox sandbox = LuceneSandbox.open(catalog)) {
            new DemoRuns(sandbox, new FactPages(vocabulary.facts()), plan.seed()).write(tasks, rollouts, progress.part(0.3, 1));
        }
    }

    private static void refuse(Rejection rejection) {
        throw new IllegalStateException("a generated document is rejected: " + rejection);
    }

    private static void requireDemoOrNothing(Path folder) throws IOException, ShoptraceException {
        if (!Files.exists(folder) || Files.exists(folder.resolve(STAMP))) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new ShoptraceException(
                        "the folder for the demo holds something else", folder.toString(), "Name another folder, or empty this one");
            }
        }
    }

    private static void makeRoom(Path folder) throws IOException {
        if (Files.exists(folder.resolve(STAMP))) {
            Path before = Files.createTempDirectory(folder.toAbsolutePath().getParent(), folder.getFileName() + "-before-");
            Files.move(folder, before.resolve(folder.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.deleteIfExists(folder);
        }
    }

    private static ShoptraceException failure(Path folder, IOException e) {
        return WriteFailure.of("the demo cannot be made", folder, e);
    }
}
