package org.shoptrace.core.annotate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.InputFiles;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.file.WholeFiles;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.FolderFiles;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.provenance.Sidecar;
import org.shoptrace.core.table.SpreadsheetText;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.annotation.Annotation;
import org.shoptrace.model.annotation.Occasion;
import org.shoptrace.model.annotation.Overrule;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.annotation.TaskVerdict;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.trajectory.RunId;

/// Annotations for other programs. The lossless form is the lines as they are ([AnnotationStore#lines]), which import takes back.
public final class AnnotationExport {
    private static final List<String> COLUMNS = List.of(
            "author", "time", "kind", "run", "step", "call", "product", "labels", "note", "task_verdict", "stage", "fault",
            "computed_stage", "computed_fault", "spans", "source", "query", "id");

    private AnnotationExport() {}

    /// Writes a file: what stands as a table when its name ends in `.csv`, otherwise every event as JSON lines.
    ///
    /// Where it comes from is written beside it.
    ///
    /// @return the file
    /// @throws ShoptraceException when the annotations cannot be read or the file cannot be written
    public static Path write(AnnotationStore store, WorkspaceFolder workspace, Path file) throws ShoptraceException {
        workspace.requireFor(file);
        boolean table = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        String text = table ? csv(store.read().annotations()) : jsonl(store.lines());
        try {
            // A full disk spoils no earlier export.
            InputFiles.of(store.folders()).spare(file);
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            String name = String.valueOf(file.getFileName());
            Provenance origin = provenance(workspace, Making.by("annotations", "export"), "--out",
                    table ? "annotations.csv" : "annotations.jsonl");
            OwnFolder.at(file.toAbsolutePath().resolveSibling("")).made();
            try (WholeFiles files = new WholeFiles()) {
                files.add(file, content);
                files.add(file.resolveSibling(Sidecar.name(name)), Sidecar.of(origin, Map.of(name, content)).content());
                files.commit();
            }
            return file;
        } catch (IOException e) {
            throw WriteFailure.of("the annotations cannot be written", file, e);
        }
    }

    /// Where something comes from that is made of all annotations of a workspace.
    ///
    /// @param making the command without its options
    /// @throws ShoptraceException when the annotations cannot be looked through
    public static Provenance provenance(WorkspaceFolder workspace, Making making, String option, String out) throws ShoptraceException {
        List<Path> files = new ArrayList<>();
        for (Path folder : AnnotationStore.folders(workspace)) {
            files.addAll(FolderFiles.of(folder));
        }
        return ExportOrigin.of(
                making.folder("--workspace", Making.Role.ANNOTATIONS, workspace.folder(), files).out(option, Path.of(out)), Settings.NONE,
                Optional.empty(), Progress.NONE).provenance();
    }

    /// The lines as one text.
    public static String jsonl(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /// What stands, a row each: RFC 4180 with a line of names first and CR LF line breaks. Labels are separated by `|`, spans are JSON. A
    /// text that a spreadsheet would take for a formula stands behind an apostrophe; the JSON lines have every text as it is.
    public static String csv(Annotations annotations) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(COLUMNS);
        annotations.standing().forEach(each -> rows.add(row(each)));
        return rows.stream()
                .map(row -> row.stream().map(text -> SpreadsheetText.quoted(SpreadsheetText.guarded(text))).collect(Collectors.joining(","))
                        + "\r\n")
                .collect(Collectors.joining());
    }

    private static List<String> row(Annotation annotation) {
        Subject subject = annotation.subject();
        Statement statement = annotation.statement();
        Overrule overrule = statement.overrule();
        Occasion occasion = annotation.occasion();
        String query = subject instanceof Subject.OfTask(String asked) ? asked : occasion.query().orElse("");
        return List.of(
                annotation.author(),
                annotation.stamp().time().toString(),
                StatementCodec.kind(subject),
                subject.run().or(occasion::run).map(RunId::sha256).orElse(""),
                number(subject.atStep()),
                number(subject.atCall()),
                subject instanceof Subject.OfProduct product ? product.productId() : "",
                String.join("|", statement.labels()),
                statement.note(),
                statement.verdict().map(TaskVerdict::wireName).orElse(""),
                overrule.stage().map(Stage::wireName).orElse(""),
                overrule.fault().map(Fault::wireName).orElse(""),
                overrule.computedStage().map(Stage::wireName).orElse(""),
                overrule.computedFault().map(Fault::wireName).orElse(""),
                statement.spans().isEmpty() ? "" : JsonWriter.compact(StatementCodec.spans(statement.spans())),
                occasion.source().orElse(""),
                query,
                annotation.stamp().id());
    }

    private static String number(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }
}
