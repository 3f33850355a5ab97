package org.shoptrace.ui.evaluate;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.chart.Print;
import org.shoptrace.core.evaluate.OwnCriterion;
import org.shoptrace.core.evaluate.figure.FigureTable;
import org.shoptrace.core.file.InputFiles;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.provenance.CarriedChart;
import org.shoptrace.core.provenance.CarriedChart.Seen;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.report.Report;
import org.shoptrace.core.report.ReportFolder;
import org.shoptrace.core.report.ResultReport;
import org.shoptrace.core.table.Table;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Notices;

/// Writes charts, tables and reports into a folder that can be chosen.
final class ExportViewModel {
    private final ReadOnlyObjectProperty<Optional<WorkspaceFolder>> workspace;
    private final Supplier<Optional<ResultReport>> report;
    private final JobRunner jobs;
    private final Notices notices;
    private final CopyText clipboard;
    private final StringProperty folder = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Path>> written = new ReadOnlyObjectWrapper<>(List.of());

    /// @param report what the report is asked of; empty without a result
    ExportViewModel(
            ReadOnlyObjectProperty<Optional<WorkspaceFolder>> workspace,
            Supplier<Optional<ResultReport>> report,
            JobRunner jobs,
            Notices notices,
            CopyText clipboard) {
        this.workspace = workspace;
        this.report = report;
        this.jobs = jobs;
        this.notices = notices;
        this.clipboard = clipboard;
        workspace.subscribe(place -> {
            folder.set(place.map(now -> now.storage().resolve("reports").toString()).orElse(""));
            written.set(List.of());
        });
    }

    // Properties

    /// Where files go; made when it is absent.
    StringProperty folderProperty() {
        return folder;
    }

    /// What was written last; none before.
    ReadOnlyObjectProperty<List<Path>> writtenProperty() {
        return written.getReadOnlyProperty();
    }

    /// Whose verdict the shown figures are of, where files judge their runs themselves: a picture that is handed on says it.
    Optional<String> judge() {
        return report.get().flatMap(order -> order.result().face().own()).map(OwnCriterion::whose);
    }

    // Commands

    /// Writes `charts/NAME.png`: as the chart is seen, not as the report draws the one of that name.
    void picture(String name, Print print, Seen seen) {
        chart(name + ".png", origin -> CarriedChart.png(print, Optional.of(seen), origin));
    }

    /// Writes `charts/NAME.svg`.
    void drawing(String name, Print print, Seen seen) {
        chart(name + ".svg", origin -> CarriedChart.svg(print, Optional.of(seen), origin));
    }

    /// Writes the figures, all columns, as `tables/figures.csv` and `.json`: the same table as the report's, made by the same code.
    void figures() {
        String to = folder.get();
        report.get().ifPresent(order -> run("Writing figures", progress -> ReportFolder.write(
                tables(to), FigureTable.of(order.result().rows()).table(), order.origin(progress).provenance(), order.inputs())));
    }

    /// Writes one table of the report, as `tables/NAME.csv` and `.json`: what is in them is what the whole report has in its own.
    void table(String name) {
        String to = folder.get();
        report.get().ifPresent(order -> run("Writing " + name, progress -> {
            OwnFolder folder = tables(to);
            Report made = order.make(progress);
            List<Path> files = new ArrayList<>();
            for (Table table : made.tables()) {
                if (table.name().equals(name)) {
                    files.addAll(ReportFolder.write(folder, table, made.origin(), order.inputs()));
                }
            }
            return List.copyOf(files);
        }));
    }

    /// Writes the whole report.
    void report() {
        String to = folder.get();
        report.get().ifPresent(order -> run(
                "Writing the report", progress -> ReportFolder.write(folder(to), order.make(progress), order.inputs())));
    }

    /// Copies how the figures were made, a paragraph for a paper: the one that the report has.
    void copyMethods() {
        report.get().ifPresent(order -> jobs.run(
                "Reading what the figures were made from", progress -> order.methods(progress), clipboard::copy, notices::report));
    }

    /// Copies the command that makes the report again, with the paths of this machine.
    void copyCommand() {
        report.get().ifPresent(order -> jobs.run(
                "Reading what the figures were made from", _ -> order.command().text(), clipboard::copy, notices::report));
    }

    /// Copies the paths of what was written last, one a line.
    void copyWritten() {
        clipboard.copy(String.join("\n", written.get().stream().map(Path::toString).toList()));
    }

    /// Whoever wrote it has seen where.
    void forgetWritten() {
        written.set(List.of());
    }

    /// A result whose files are gone has a picture all the same; that says which program drew it.
    private void chart(String name, Function<Provenance, byte[]> content) {
        String to = folder.get();
        Optional<ResultReport> order = report.get();
        run("Writing " + name, progress -> {
            Provenance origin = order.isPresent() ? order.get().origin(progress).provenance() : Provenance.ofNothing();
            InputFiles inputs = order.isPresent() ? order.get().inputs() : InputFiles.NONE;
            return ReportFolder.write(folder(to).folder("charts"), name, content.apply(origin), inputs);
        });
    }

    /// Apart from the report, whose tables have the same names and are of the result that it was made from.
    private OwnFolder tables(String path) throws ShoptraceException {
        return folder(path).folder("tables");
    }

    private void run(String title, Job<List<Path>> job) {
        jobs.run(title, job, done -> {
            notices.settled(title);
            written.set(done);
        }, failure -> notices.report(failure, title));
    }

    /// One inside the workspace is made while that is there.
    private OwnFolder folder(String path) throws ShoptraceException {
        try {
            if (!path.isBlank()) {
                Path place = Path.of(path.strip()).toAbsolutePath();
                Optional<WorkspaceFolder> around = workspace.get().filter(open -> place.startsWith(open.folder()));
                return around.isPresent() ? OwnFolder.of(around.get().known(), place) : OwnFolder.at(place);
            }
        } catch (InvalidPathException e) {
            throw new ShoptraceException("this is no folder's name", path, "Write a path such as /home/me/report", e);
        }
        throw new ShoptraceException("there is no folder to write to", "Report", "Write a folder's path there");
    }
}
