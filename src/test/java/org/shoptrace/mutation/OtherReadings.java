package org.shoptrace.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.annotate.AnnotatorFile;
import org.shoptrace.core.annotate.LabelSet;
import org.shoptrace.core.annotate.LabelSetFile;
import org.shoptrace.core.catalog.DocumentCodec;
import org.shoptrace.core.catalog.DocumentReader;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.RunFactsOf;
import org.shoptrace.core.doubt.TaskDoubts;
import org.shoptrace.core.evaluate.kept.EvaluationStore;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.CarriedProvenance;
import org.shoptrace.core.provenance.Sidecar;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.LuceneCatalogs;
import org.shoptrace.core.score.TableSimilarity;
import org.shoptrace.core.settings.KeySettingsStore;
import org.shoptrace.core.settings.RecentWorkspacesStore;
import org.shoptrace.core.settings.SettingsStore;
import org.shoptrace.core.takeover.TakeOverDrafts;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.core.transcript.ReadingStore;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.IdentityStore;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.catalog.Document;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// Whatever else is read: what people give, and what the program keeps, both of which may be damaged.
final class OtherReadings {
    private OtherReadings() {}

    /// Tasks: looked through for doubts, and a run held against each.
    static Reading tasks(Diagnostician diagnostician, Run run) {
        return (file, _, said) -> {
            TaskFile read = TaskFileReader.read(file);
            read.rejections().forEach(rejection -> said.accept(rejection.cause()));
            TaskDoubts.of(read.tasks());
            List<String> queries = new ArrayList<>();
            for (Task task : read.tasks()) {
                assertEquals(task, TaskCodec.decode(TaskCodec.encode(task)));
                RunFactsOf.run(run, diagnostician.diagnose(Optional.of(task), run));
                queries.add(task.query());
            }
            return queries;
        };
    }

    /// The description of a catalogue that was built.
    static Reading manifest(Path catalogue) {
        return (file, out, said) -> {
            Path copy = out.resolve("catalogue");
            try (Stream<Path> all = Files.walk(catalogue)) {
                for (Path each : all.toList()) {
                    Files.copy(each, copy.resolve(catalogue.relativize(each)));
                }
            }
            Files.copy(file, copy.resolve("catalog.json"), StandardCopyOption.REPLACE_EXISTING);
            LuceneCatalogs catalogs = new LuceneCatalogs();
            catalogs.isCatalog(copy);
            try (Sandbox sandbox = catalogs.open(copy)) {
                sandbox.info().changed(Progress.NONE).forEach(said);
            }
            return List.of();
        };
    }

    /// What is left of a run that somebody continued.
    static List<String> draft(Path file, Path out, Consumer<String> said) throws Exception {
        Files.copy(file, Files.createDirectories(out.resolve("drafts")).resolve("a.draft"));
        TakeOverDrafts drafts = new TakeOverDrafts(OwnFolder.at(out.resolve("drafts")));
        drafts.left().unreadable().forEach(failure -> said.accept(failure.getMessage()));
        for (TakeOverDrafts.Left left : drafts.left().drafts()) {
            TakeOverDrafts.Resumed resumed = drafts.resume(left);
            assertEquals(left.takeOver(), resumed.takeOver());
            resumed.draft().close();
        }
        return List.of();
    }

    static List<String> documents(Path file, Path out, Consumer<String> said) throws Exception {
        List<String> ids = new ArrayList<>();
        try (DocumentReader reader = new DocumentReader(List.of(file), rejection -> said.accept(rejection.cause()))) {
            for (Optional<Document> document = reader.next(); document.isPresent(); document = reader.next()) {
                byte[] line = DocumentCodec.encode(document.get()).getBytes(StandardCharsets.UTF_8);
                assertEquals(document.get(), DocumentCodec.decode(line));
                ids.add(document.get().id());
            }
        }
        return ids;
    }

    static List<String> annotations(Path file, Path out, Consumer<String> said) throws ShoptraceException {
        try (AnnotationStore store = new AnnotationStore(out.resolve("annotations"), List.of())) {
            var imported = store.importFrom(List.of(file));
            imported.failed().forEach(rejection -> said.accept(rejection.cause()));
            assertEquals(0, store.importFrom(List.of(file)).added(), "what was taken in is known");
            store.read().rejections().forEach(rejection -> said.accept(rejection.cause()));
            return store.lines();
        }
    }

    static List<String> labels(Path file, Path out, Consumer<String> said) throws ShoptraceException {
        LabelSet labels = LabelSetFile.read(file);
        LabelSetFile.write(OwnFolder.at(out), labels);
        assertEquals(labels, LabelSetFile.read(out.resolve("labels.json")));
        return List.of();
    }

    /// Settings of every kind: a file that is damaged stands for none.
    static List<String> settings(Path file, Path out, Consumer<String> said) throws Exception {
        for (String name : List.of("settings.json", "keys.json", "recent.json", "annotator.json", "reading.json")) {
            Files.copy(file, Files.createDirectories(out.resolve("config")).resolve(name));
        }
        Path config = out.resolve("config");
        new SettingsStore(config).load();
        new KeySettingsStore(config).load();
        new RecentWorkspacesStore(config).load();
        new AnnotatorFile(config).load();
        new ReadingStore(OwnFolder.at(config)).load();
        return List.of();
    }

    static List<String> identity(Path file, Path out, Consumer<String> said) throws Exception {
        WorkspaceFolder place = WorkspaceFolder.of(Files.createDirectories(out.resolve("workspace")), out.resolve("data"));
        Files.createDirectories(place.storage());
        Files.copy(file, place.storage().resolve("identity.json"));
        IdentityStore store = new IdentityStore(place);
        Identity identity = store.load();
        store.save(identity);
        assertEquals(identity, store.load());
        return List.of();
    }

    static List<String> evaluations(Path file, Path out, Consumer<String> said) throws Exception {
        Path folder = Files.createDirectories(out.resolve("storage").resolve("evaluations"));
        Files.copy(file, folder.resolve("2026-03-01T12-00-00.250Z.json"));
        EvaluationStore store = new EvaluationStore(OwnFolder.at(out.resolve("storage")), out);
        for (EvaluationStore.Entry entry : store.entries()) {
            switch (entry) {
                case EvaluationStore.Entry.Readable readable -> {
                    Path again = store.save(readable.kept());
                    assertEquals(readable.kept(), ((EvaluationStore.Entry.Readable) store.read(again)).kept());
                }
                case EvaluationStore.Entry.Unreadable unreadable -> said.accept(unreadable.toString());
            }
        }
        return List.of();
    }

    static List<String> similarities(Path file, Path out, Consumer<String> said) throws ShoptraceException {
        TableSimilarity.read(file).similarity("a", "b");
        return List.of();
    }

    static List<String> provenance(Path file, Path out, Consumer<String> said) throws Exception {
        byte[] content = Files.readAllBytes(file);
        for (String name : List.of("a.json", "a.html", "a.svg", "a.png", "a.csv")) {
            CarriedProvenance.in(name, content);
        }
        Sidecar.read(content).ifPresent(sidecar -> assertEquals(Optional.of(sidecar), Sidecar.read(sidecar.content())));
        return List.of();
    }
}
