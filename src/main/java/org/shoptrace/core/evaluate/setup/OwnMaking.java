package org.shoptrace.core.evaluate.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.OwnCriterion;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.FileNames;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.trajectory.RolloutFileName;

/// A set-up that judges by what files say, as words of a command, and as what a provenance says of it.
public final class OwnMaking {
    private OwnMaking() {}

    /// With `--by own`, the threshold, and the rollout files; everything that changes a figure is spelled out. Whose runs a file holds is
    /// spelled out only where neither its runs nor its name say it: a name for runs that name theirs would make one model of several.
    ///
    /// @param command its name
    /// @param setup   one whose files judge
    /// @param made    what was made by it
    public static Making of(String command, EvaluationSetup setup, List<Evaluation> made) {
        Making making = Making.by(command)
                .option("--by", "own")
                .option("--threshold", OwnCriterion.text(setup.own().orElseThrow()));
        return SetupMaking.rollouts(making, setup.files()).options("--model", models(setup, made));
    }

    private static List<String> models(EvaluationSetup setup, List<Evaluation> made) {
        if (!setup.models().isEmpty()) {
            return setup.models();
        }
        FileNames names = FileNames.of(setup.files());
        List<String> models = new ArrayList<>();
        boolean told = true;
        for (Path file : setup.files()) {
            String byName = RolloutFileName.model(file);
            List<String> found = made.stream().map(Evaluation::conditions).filter(one -> one.rollouts().equals(file))
                    .map(Evaluation.Conditions::model).toList();
            told &= !found.equals(List.of(byName)) || SetupMaking.isTold(file, names);
            // One that the runs name themselves leaves several apart.
            models.add(found.stream().filter(model -> !model.equals(byName)).findFirst().orElse(byName));
        }
        return told ? List.of() : models;
    }

    /// Where what is made comes from: the rollout files alone. Reads every input once; call it in a job.
    ///
    /// @param made   what was made
    /// @param option that names what is written
    public static ExportOrigin origin(
            String command, EvaluationSetup setup, List<Evaluation> made, String option, Path out, Progress progress) {
        return ExportOrigin.of(of(command, setup, made).out(option, out), settings(Bootstrap.DEFAULT), Optional.empty(), progress);
    }

    /// What a provenance says of it.
    public static Settings settings(Bootstrap bootstrap) {
        return Settings.NONE.judgedByFiles().drawnBy(bootstrap.seed(), bootstrap.resamples());
    }
}
