package org.shoptrace.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.trajectory.OwnVerdict;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `--by` and `--threshold` of the commands that judge runs, and the `--catalog` that only the benchmark's rules need.
final class JudgeOptions {
    private static final String RULES = "rules";
    private static final String OWN = "own";

    @Option(
            names = "--by",
            paramLabel = "JUDGE",
            defaultValue = RULES,
            description = "Who says whether a run is a success: rules (default), the benchmark's, which need --catalog and --tasks; or"
                    + " own, what the files say of their runs, which needs neither and takes runs of any benchmark.")
    private String by = RULES;

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description = "With --by own: from which score on a run is a success whose file does not say whether it is one (default: 1).")
    private Optional<Double> threshold = Optional.empty();

    @Option(names = "--catalog", paramLabel = "DIR", description = "A catalogue that shoptrace index built; required unless --by own.")
    private Optional<Path> catalog = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /// From which score on a run is a success where the files judge; empty where the rules do.
    OptionalDouble own() {
        if (!by.equals(RULES) && !by.equals(OWN)) {
            throw new ParameterException(spec.commandLine(), "--by: rules or own is expected, not " + by);
        }
        if (by.equals(RULES)) {
            if (threshold.isPresent()) {
                throw new ParameterException(spec.commandLine(), "--threshold: only what files say has one; add --by own");
            }
            return OptionalDouble.empty();
        }
        double from = threshold.orElse(OwnVerdict.THRESHOLD);
        if (!Double.isFinite(from)) {
            throw new ParameterException(spec.commandLine(), "--threshold: a number is expected, not " + from);
        }
        return OptionalDouble.of(from);
    }

    /// Says what the benchmark's rules lack.
    ///
    /// @param tasks what was given as `--tasks`
    void requireMaterial(List<Path> tasks) {
        if (catalog.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--catalog=DIR' (or judge by the files: --by own)");
        }
        if (tasks.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--tasks=FILE' (or judge by the files: --by own)");
        }
    }

    /// Whether a catalogue was named.
    boolean hasCatalog() {
        return catalog.isPresent();
    }

    /// One whose documents have changed since it was built is opened all the same, with a line on standard error.
    Sandbox open() throws ShoptraceException {
        return CatalogOption.open(catalog.orElseThrow(), spec.commandLine().getErr());
    }
}
