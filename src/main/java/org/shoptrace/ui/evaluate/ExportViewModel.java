package org.shoptrace.ui.evaluate;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Job;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.table.Table;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.chart.Picture;

/// Writes charts, tables and reports into a folder that can be chosen.
final class ExportViewModel {
    private final Supplier<Optional<ResultReport.Order>> report;
    private final JobRunner jobs;
    private final Notices notices;
    private final StringProperty folder = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Path>> written = new ReadOnlyObjectWrapper<>(List.of());

    /// @param report what the report is asked of; empty without a result
    ExportViewModel(
            ReadOnlyObjectProperty<Optional<WorkspaceFolder>> workspace,
            Supplier<Optional<ResultReport.Order>> report,
            JobRunner jobs,
            Notices notices) {
        this.report = report;
        this.jobs = jobs;
        this.notices = notices;
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

    // Commands

    /// Writes `NAME.png`.
    void picture(String name, BufferedImage pixels) {
        write(name + ".png", () -> Picture.encoded(pixels));
    }

    /// Writes `NAME.svg`.
    void drawing(String name, byte[] svg) {
        write(name + ".svg", () -> svg);
    }

    /// Writes `NAME.csv` and `NAME.json`.
    void table(Table table) {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        files.put(table.name() + ".csv", table.csv().getBytes(StandardCharsets.UTF_8));
        files.put(table.name() + ".json", (JsonWriter.indented(table.json()) + "\n").getBytes(StandardCharsets.UTF_8));
        String to = folder.get();
        run("Writing " + table.name(), _ -> write(folder(to), files));
    }

    /// Writes the figures, all columns.
    void figures() {
        report.get().ifPresent(order -> table(FigureColumn.table(order.result().rows())));
    }

    /// Writes one table of the report, as CSV and JSON.
    void table(String name) {
        String to = folder.get();
        report.get().ifPresent(order -> run("Writing " + name, _ -> order.make().writeTable(name, folder(to))));
    }

    /// Writes the whole report.
    void report() {
        String to = folder.get();
        report.get().ifPresent(order -> run("Writing the report", _ -> order.make().write(folder(to))));
    }

    private void write(String name, Supplier<byte[]> content) {
        String to = folder.get();
        run("Writing " + name, _ -> write(folder(to), new LinkedHashMap<>(Map.of(name, content.get()))));
    }

    private void run(String title, Job<List<Path>> job) {
        jobs.run(title, job, written::set, notices::report);
    }

    private static Path folder(String path) throws ShoptraceException {
        try {
            if (!path.isBlank()) {
                return Path.of(path.strip()).toAbsolutePath();
            }
        } catch (InvalidPathException e) {
            throw new ShoptraceException("this is no folder's name", path, "Write a path such as /home/me/report", e);
        }
        throw new ShoptraceException("there is no folder to write to", "Report", "Write a folder's path there");
    }

    private static List<Path> write(Path folder, SequencedMap<String, byte[]> files) throws ShoptraceException {
        List<Path> paths = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (var file : files.entrySet()) {
                paths.add(Files.write(folder.resolve(file.getKey()), file.getValue()));
            }
        } catch (IOException e) {
            throw new ShoptraceException(
                    "the file cannot be written, " + e.getMessage(), folder.toString(), "Name a folder that can be written to", e);
        }
        return List.copyOf(paths);
    }
}
