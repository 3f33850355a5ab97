package org.shoptrace.core.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.ProvenanceJson;
import org.shoptrace.core.provenance.ProvenanceWords;
import org.shoptrace.model.json.Json;

/// What may be another where an export is made again, and is no difference: the build of the program, the date of a copy where runs tell
/// none, and whether documents of the catalogue have changed since.
final class Allowance {
    private final Provenance then;
    private final Provenance now;

    /// @param then where the export comes from
    /// @param now  where the one made again comes from
    Allowance(Provenance then, Provenance now) {
        this.then = then;
        this.now = now;
    }

    /// What was made again as the export would have it.
    Provenance of(Provenance again) {
        return again.as(then);
    }

    /// A text that was made again as the export would have it.
    String of(String again) {
        String alike = again.replace(now.program().text(), then.program().text());
        return then.isDatedByFiles() && now.isDatedByFiles()
                ? alike.replace(ProvenanceWords.day(now.data().orElseThrow()), ProvenanceWords.day(then.data().orElseThrow()))
                : alike;
    }

    /// A text of either without the warning of changed documents, which are not the export's.
    String withoutWarning(String text) {
        String told = text;
        for (Provenance of : List.of(then, now)) {
            Optional<String> warning = of.catalogue().flatMap(Provenance.Catalogue::warning);
            told = warning.isPresent() ? told.replace(" " + warning.get(), "").replace(warning.get(), "") : told;
        }
        return told;
    }

    /// What differs in what an export says of itself, a sentence without a full stop; empty when nothing does. Its command is among that:
    /// it has to be the one of its arguments.
    ///
    /// @param exported as it is written there
    Optional<String> difference(Json exported) {
        Json.Obj place = Json.Obj.EMPTY;
        return JsonDifference.of(
                place.with(ProvenanceJson.FIELD, exported), place.with(ProvenanceJson.FIELD, ProvenanceJson.encode(of(now))));
    }

    /// The same of a text that should be one.
    Optional<String> difference(String exported) {
        try {
            return difference(JsonReader.read(exported.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonSyntaxException e) {
            return Optional.of("what it says of itself is no JSON any more, " + e.getMessage());
        }
    }
}
