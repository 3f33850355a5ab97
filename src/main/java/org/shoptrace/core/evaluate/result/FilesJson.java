package org.shoptrace.core.evaluate.result;

import java.util.List;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.figure.EvaluationJson;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.model.json.Json;

/// The evaluations of several rollout files as JSON: an object for each ([EvaluationJson]), in their order. Those of a model that has
/// several files say, under `model_files`, what all of them together come to: their runs of one task are trials of it.
public final class FilesJson {
    private FilesJson() {}

    /// @param evaluations one a file
    /// @param origin      of all of them; files are called as it calls them
    public static List<Json.Obj> of(List<Evaluation> evaluations, ExportOrigin origin) {
        List<Series> series = Series.of(evaluations);
        return evaluations.stream().map(evaluation -> object(evaluation, series, origin)).toList();
    }

    private static Json.Obj object(Evaluation evaluation, List<Series> series, ExportOrigin origin) {
        Json.Obj file = EvaluationJson.encode(evaluation, origin);
        return series.stream()
                .filter(one -> one.label().equals(evaluation.conditions().model()))
                .filter(one -> one.files().size() + one.copies().size() > 1)
                .findFirst()
                .map(one -> file.with("model_files", EvaluationJson.ofModel(
                        origin.names().all(one.files()), origin.names().all(one.copies()), one.evaluation())))
                .orElse(file);
    }
}
