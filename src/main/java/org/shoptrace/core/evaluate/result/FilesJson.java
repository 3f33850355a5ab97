package org.shoptrace.core.evaluate.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.figure.EvaluationJson;
import org.shoptrace.core.evaluate.own.OwnAgreement;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.RunId;

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

    /// The same with what the benchmark's rules say of the runs that the files judge, under `rules`.
    ///
    /// @param byRules evaluations of the same files by the rules, as far as they judge them
    public static List<Json.Obj> of(List<Evaluation> evaluations, List<Evaluation> byRules, ExportOrigin origin) {
        List<Json.Obj> objects = new ArrayList<>();
        List<Json.Obj> alone = of(evaluations, origin);
        for (int i = 0; i < evaluations.size(); i++) {
            Evaluation.Conditions conditions = evaluations.get(i).conditions();
            Optional<Evaluation> rules = byRules.stream()
                    .filter(one -> one.conditions().rollouts().equals(conditions.rollouts()))
                    .findFirst();
            Json.Obj object = alone.get(i);
            objects.add(conditions.own()
                    .flatMap(own -> rules.flatMap(one -> OwnAgreement.of(List.of(one), own.threshold())
                            .map(agreement -> object.with("rules", agreement(agreement, one)))))
                    .orElse(object));
        }
        return objects;
    }

    private static Json.Obj agreement(OwnAgreement agreement, Evaluation byRules) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("profile", Json.of(byRules.conditions().profile()));
        fields.put("similarity", Json.of(byRules.conditions().similarity()));
        fields.put("runs", Json.Num.of(agreement.runs().size()));
        for (OwnAgreement.Cell cell : OwnAgreement.Cell.values()) {
            fields.put(cell.name().toLowerCase(Locale.ROOT), Json.Num.of(agreement.in(cell).size()));
        }
        agreement.kappa().ifPresent(kappa -> {
            fields.put("kappa", Json.Num.of(kappa.value()));
            fields.put("kappa_low", Json.Num.of(kappa.interval().low()));
            fields.put("kappa_high", Json.Num.of(kappa.interval().high()));
        });
        fields.put("disagreeing", Json.texts(agreement.disagreeing().stream().map(RunId::sha256).toList()));
        return new Json.Obj(fields);
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
