package org.shoptrace.core.evaluate.setup;

import java.nio.file.Path;
import java.util.Optional;
import org.shoptrace.core.evaluate.OwnCriterion;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.statistics.Bootstrap;

/// A set-up that judges by what files say, as words of a command, and as what a provenance says of it.
public final class OwnMaking {
    private OwnMaking() {}

    /// With `--by own`, the threshold, and the rollout files; everything that changes a figure is spelled out.
    ///
    /// @param command its name
    /// @param setup   one whose files judge
    public static Making of(String command, EvaluationSetup setup) {
        Making making = Making.by(command)
                .option("--by", "own")
                .option("--threshold", OwnCriterion.text(setup.own().orElseThrow()));
        return SetupMaking.rollouts(making, setup.files(), setup.models());
    }

    /// Where what is made comes from: the rollout files alone. Reads every input once; call it in a job.
    ///
    /// @param option that names what is written
    public static ExportOrigin origin(String command, EvaluationSetup setup, String option, Path out, Progress progress) {
        return ExportOrigin.of(of(command, setup).out(option, out), settings(Bootstrap.DEFAULT), Optional.empty(), progress);
    }

    /// What a provenance says of it.
    public static Settings settings(Bootstrap bootstrap) {
        return Settings.NONE.judgedByFiles().drawnBy(bootstrap.seed(), bootstrap.resamples());
    }
}
