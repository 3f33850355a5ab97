package org.shoptrace.core.report;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.doubt.SplitLeaks;
import org.shoptrace.core.evaluate.Judgements;
import org.shoptrace.core.evaluate.ScorerVariant;
import org.shoptrace.core.evaluate.TargetCategories;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.setup.OwnMaking;
import org.shoptrace.core.file.InputFiles;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Provenance.Diagnosed;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.provenance.Provenance.Similarity;
import org.shoptrace.core.provenance.ProvenanceOf;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.score.TitleCalibration;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;

/// A result that is there already as the report that the command line writes: the same figures, made by the same code. [RolloutReport] is
/// the one that scores first.
///
/// @param command     that makes the report again, and what was made
/// @param facts       of the runs that are diagnosed
/// @param rejudged    by the series' label, the runs under the other profile, where they were scored by it
/// @param calibration where it was asked for
/// @param judgements  of annotators, where they were asked for
/// @param leaks       between task files, where they were looked for
public record ResultReport(
        ReportCommandLine command,
        Map<RunId, RunFacts> facts,
        Map<String, ScorerVariant> rejudged,
        Optional<TitleCalibration> calibration,
        Judgements judgements,
        SplitLeaks leaks) {
    public ResultReport {
        facts = Map.copyOf(facts);
        rejudged = Map.copyOf(rejudged);
    }

    public EvaluationResult result() {
        return command.made().result();
    }

    /// Takes some seconds for large results; call it in a job.
    ///
    /// @throws ShoptraceException when a file that it was made from cannot be read
    public Report make(Progress progress) throws ShoptraceException {
        return EvaluationReport.of(input(progress));
    }

    /// How its figures were made, a paragraph for a paper. Reads every input once; call it in a job.
    ///
    /// @throws ShoptraceException when a file that it was made from cannot be read
    public String methods(Progress progress) throws ShoptraceException {
        return MethodsParagraph.of(input(progress));
    }

    private ReportInput input(Progress progress) throws ShoptraceException {
        Map<String, List<ScorerVariant>> variants = rejudged.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
        ReportInput.Findings findings = new ReportInput.Findings(facts, variants, judgements, calibration, List.of(), leaks, List.of());
        if (result().isOwn()) {
            return new ReportInput(
                    result().wholes(), List.of(), Bootstrap.DEFAULT, origin(progress), ReportInput.Findings.of(Optional.empty()));
        }
        List<Task> asked = asked();
        return new ReportInput(
                result().wholes(), asked, Bootstrap.DEFAULT, origin(progress), findings,
                TargetCategories.of(asked, command.made().material().sandbox()::product));
    }

    /// Where the report, and whatever of it is written alone, comes from. Reads every input once; call it in a job.
    ///
    /// @throws ShoptraceException when a file that it was made from cannot be read
    public ExportOrigin origin(Progress progress) throws ShoptraceException {
        if (result().isOwn()) {
            return ExportOrigin.of(
                    command.making(Set.of()), OwnMaking.settings(Bootstrap.DEFAULT), Optional.empty(), command.made().inputs(), progress);
        }
        EvaluationResult.Face face = result().face();
        Settings settings = Settings.NONE
                .scoredBy(
                        face.profile(),
                        new Similarity(face.similarity(), face.comparable(), command.made().setup().similarity().sha256()),
                        command.made().setup().noThink())
                .limitedTo(facts.isEmpty() ? OptionalInt.empty() : command.steps())
                .drawnBy(Bootstrap.DEFAULT.seed(), Bootstrap.DEFAULT.resamples());
        Optional<Diagnosed> part = diagnosed();
        settings = part.isPresent() ? settings.diagnosed(part.get()) : settings;
        return ExportOrigin.of(making(), settings, Optional.of(catalogue(face.fingerprint())), command.made().inputs(), progress);
    }

    /// How many of the scored runs are diagnosed; empty where all or none are.
    private Optional<Diagnosed> diagnosed() {
        Set<RunId> runs = new HashSet<>();
        result().wholes().forEach(series -> series.evaluation().trials().forEach(run -> runs.add(run.id())));
        int diagnosed = (int) runs.stream().filter(facts::containsKey).count();
        return facts.isEmpty() || diagnosed == runs.size() ? Optional.empty() : Optional.of(new Diagnosed(diagnosed, runs.size()));
    }

    /// The files that it was made from, which what is written of it never takes the place of.
    ///
    /// @throws ShoptraceException when the folder of annotations cannot be looked through
    public InputFiles inputs() throws ShoptraceException {
        return making().inputs();
    }

    /// The command, for those whom the report is handed to.
    private Making making() throws ShoptraceException {
        Set<RolloutReport.Without> without = EnumSet.noneOf(RolloutReport.Without.class);
        if (rejudged.isEmpty()) {
            without.add(RolloutReport.Without.OTHER_PROFILE);
        }
        if (leaks.leaks().isEmpty()) {
            without.add(RolloutReport.Without.LEAKS);
        }
        ReportCommandLine line = facts.isEmpty()
                ? new ReportCommandLine(command.made(), command.catalog(), command.annotations(), OptionalInt.empty())
                : command;
        return line.making(without);
    }

    /// The open one is only told where it is the one that the figures were made with.
    private Provenance.Catalogue catalogue(String fingerprint) {
        CatalogInfo open = command.made().material().sandbox().info();
        return open.fingerprint().sha256().equals(fingerprint)
                ? ProvenanceOf.catalogue(open)
                : new Provenance.Catalogue(fingerprint, 0, List.of(), List.of());
    }

    /// The tasks that some series was asked, in the order of the task files, as the command line has them.
    private List<Task> asked() {
        SequencedMap<String, Task> asked = new LinkedHashMap<>();
        result().series().forEach(series -> series.tasks().forEach(task -> asked.put(task.query(), task)));
        SequencedMap<String, Task> ordered = new LinkedHashMap<>();
        command.made().material().tasks().stream()
                .map(Task::query)
                .forEach(query -> Optional.ofNullable(asked.get(query)).ifPresent(task -> ordered.put(query, task)));
        asked.forEach(ordered::putIfAbsent);
        return List.copyOf(ordered.values());
    }
}
