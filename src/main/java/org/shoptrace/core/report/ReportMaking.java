package org.shoptrace.core.report;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.evaluate.setup.SetupMaking;
import org.shoptrace.core.provenance.FolderFiles;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Making.Role;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.statistics.Bootstrap;

/// The command that makes a report again, with every option that changes a figure spelled out.
///
/// @param tasks  the task files, in their order
/// @param steps  how many steps an agent had; empty: the runs are not diagnosed
/// @param extras what the report has beside its figures
record ReportMaking(EvaluationSetup setup, List<Path> tasks, OptionalInt steps, Bootstrap bootstrap, Extras extras) {
    private static final Path OUT = Path.of("report");

    ReportMaking {
        tasks = List.copyOf(tasks);
    }

    /// What a report has beside its figures.
    ///
    /// @param beside      other title similarities
    /// @param calibration a suite that the similarity is held against
    /// @param annotations a folder of annotations
    /// @param without     what is left out
    record Extras(List<SimilarityChoice> beside, Optional<Path> calibration, Optional<Path> annotations,
            Set<RolloutReport.Without> without) {
        Extras {
            beside = List.copyOf(beside);
            without = Set.copyOf(without);
        }
    }

    /// @throws ShoptraceException when the folder of annotations cannot be looked through
    Making making() throws ShoptraceException {
        Making making = Making.by("report")
                .catalogue()
                .files("--tasks", Role.TASKS, tasks)
                .flag("--own-tasks", setup.asked() == EvaluationSetup.Asked.ITS_OWN);
        making = SetupMaking.scorer(SetupMaking.rollouts(making, setup.files(), setup.models()), setup);
        for (SimilarityChoice other : extras.beside()) {
            making = SetupMaking.similarity(making, "--beside", other);
        }
        making = making.files("--calibration", Role.VECTORS, extras.calibration().stream().toList());
        if (extras.annotations().isPresent()) {
            Path folder = extras.annotations().get();
            making = making.folder("--annotations", Role.ANNOTATIONS, folder, FolderFiles.of(folder));
        }
        making = steps.isPresent() ? making.option("--steps", Integer.toString(steps.getAsInt())) : making.flag("--no-diagnosis", true);
        making = making.options("--without", extras.without().stream().sorted(Comparator.naturalOrder())
                .map(RolloutReport.Without::wireName).toList());
        return making.option("--seed", Long.toString(bootstrap.seed())).out("--out", OUT);
    }
}
