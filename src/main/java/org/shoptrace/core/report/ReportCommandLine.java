package org.shoptrace.core.report;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.MadeResult;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.trajectory.RolloutFileName;
import org.shoptrace.model.task.Task;

/// The command line that makes the figures of a result again, without a window.
///
/// @param catalog     the directory of the index; empty when the catalogue that the result was made with is not open
/// @param annotations the folder of the annotations that were read
/// @param steps       how many steps an agent had; empty when no run is diagnosed
public record ReportCommandLine(MadeResult made, Optional<Path> catalog, Optional<Path> annotations, OptionalInt steps) {

    /// Words that a POSIX shell takes apart again, with whole paths; `CATALOG` stands where a person must fill in the catalogue.
    ///
    /// @throws ShoptraceException when the folder of annotations cannot be looked through
    public String text() throws ShoptraceException {
        return making(Set.of()).local(catalog);
    }

    /// The same for those whom the report is handed to.
    ///
    /// @param without what the report does not have
    Making making(Set<RolloutReport.Without> without) throws ShoptraceException {
        EvaluationResult result = made.result();
        if (made.setup().own().isPresent()) {
            return OwnRolloutReport.making(made.setup(), result.evaluations(), Bootstrap.DEFAULT);
        }
        Set<Path> covered = made.material().taskFiles(result.evaluations());
        List<Path> taskFiles = made.material().taskFiles().stream().filter(covered::contains).toList();
        EvaluationSetup asked = made.setup();
        // In the order in which they were put together: models stand in the order of their first files, and of copies the first counts.
        EvaluationSetup setup = new EvaluationSetup(
                result.evaluations().stream().map(evaluation -> evaluation.conditions().rollouts()).toList(),
                models(result),
                isOneTaskList(taskFiles) ? EvaluationSetup.Asked.ALL : EvaluationSetup.Asked.ITS_OWN,
                asked.profile(), asked.similarity(), asked.noThink());
        return new ReportMaking(
                setup, taskFiles, steps, Bootstrap.DEFAULT,
                new ReportMaking.Extras(List.of(), Optional.empty(), annotations, without)).making();
    }

    /// The models' names, where the files' names tell others.
    private static List<String> models(EvaluationResult result) {
        List<Evaluation.Conditions> files = result.evaluations().stream().map(Evaluation::conditions).toList();
        return files.stream().allMatch(file -> RolloutFileName.model(file.rollouts()).equals(file.model()))
                ? List.of()
                : files.stream().map(Evaluation.Conditions::model).toList();
    }

    /// Whether every series was asked all tasks of the files, and no two files ask one query.
    private boolean isOneTaskList(List<Path> taskFiles) {
        Set<String> all = new HashSet<>();
        boolean apart = true;
        for (int i = 0; i < made.material().taskFiles().size(); i++) {
            if (taskFiles.contains(made.material().taskFiles().get(i))) {
                for (String query : queries(made.material().taskSets().get(i))) {
                    apart &= all.add(query);
                }
            }
        }
        return apart && made.result().series().stream().allMatch(series -> queries(series.tasks()).equals(all));
    }

    private Set<String> queries(List<Task> tasks) {
        return tasks.stream()
                .filter(task -> made.setup().profile().intents().contains(task.intent()))
                .map(Task::query)
                .collect(Collectors.toSet());
    }
}
