package org.shoptrace.core.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.OwnCriterion;
import org.shoptrace.core.evaluate.setup.SetupMaking;
import org.shoptrace.core.provenance.FolderFiles;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Making.Role;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.model.trajectory.OwnVerdict;

/// The command that writes runs again.
///
/// @param rollouts    the file that they are read from
/// @param model       the model's name; empty where the file's name tells it
/// @param choice      which of its runs
/// @param tasks       the task files that they are held against
/// @param annotations a folder of what people said; a page has it
/// @param threshold   from which score on a run is a success whose file gives a score alone; a page says it
public record ExportMaking(
        Path rollouts, Optional<String> model, RunChoice choice, List<Path> tasks, Optional<Path> annotations, double threshold) {
    public ExportMaking {
        tasks = List.copyOf(tasks);
    }

    /// What of it is used depends on the format.
    ///
    /// @param runs      how many there are: of some formats several are a folder
    /// @param scorer    what findings rest on; empty without a catalogue
    /// @param hideTruth whether a page leaves out targets, scores and classes
    /// @throws ShoptraceException when the folder of annotations cannot be looked through
    Making making(ExportFormat format, int runs, Optional<Findings> scorer, boolean hideTruth) throws ShoptraceException {
        Making making = SetupMaking.rollouts(Making.by("export"), List.of(rollouts), model.stream().toList());
        if (choice.place().isPresent()) {
            making = making.option("--line", choice.place().get());
        }
        if (choice.id().isPresent()) {
            making = making.option("--run", choice.id().get());
        }
        making = making.option("--format", format.wireName());
        if (scorer.isPresent()) {
            making = making.catalogue();
            if (format == ExportFormat.HTML) {
                making = making.files("--tasks", Role.TASKS, tasks).option("--steps", Integer.toString(scorer.get().steps()));
            }
            making = SetupMaking.scorer(making, scorer.get().profile(), scorer.get().similarity());
        }
        if (format == ExportFormat.HTML) {
            if (annotations.isPresent()) {
                making = making.folder("--annotations", Role.ANNOTATIONS, annotations.get(), FolderFiles.of(annotations.get()));
            }
            if (threshold != OwnVerdict.THRESHOLD && !hideTruth) {
                making = making.option("--threshold", OwnCriterion.text(threshold));
            }
            making = making.flag("--hide-truth", hideTruth);
        }
        return making.out("--out", Path.of(format.isOfLines() || runs == 1 ? "run." + format.ending() : "runs"));
    }

    /// What findings rest on.
    ///
    /// @param steps how many the agents had
    record Findings(ScoringProfile profile, SimilarityChoice similarity, int steps) {}
}
