package org.shoptrace.core.provenance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.shoptrace.core.provenance.Making.Role;
import org.shoptrace.core.provenance.Provenance.Catalogue;
import org.shoptrace.core.provenance.Provenance.DataDate;
import org.shoptrace.core.provenance.Provenance.From;
import org.shoptrace.core.provenance.Provenance.Input;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.provenance.Provenance.Similarity;
import org.shoptrace.core.provenance.Provenance.Source;

/// Where a report in tests comes from.
public final class SampleOrigin {
    private SampleOrigin() {}

    /// Of a catalogue with that fingerprint, by `shoptrace report --out x`.
    public static ExportOrigin of(String fingerprint) {
        return new ExportOrigin(provenance(fingerprint), FileNames.NONE);
    }

    /// With everything that a provenance can have.
    public static Provenance provenance(String fingerprint) {
        return new Provenance(
                new Program("1.2.3", Optional.of("abc123")),
                List.of(
                        new Provenance.Text("report"), new Provenance.Text("--catalog"), new Provenance.CatalogueWord(),
                        new Provenance.Text("--tasks"), new Provenance.Place("", "my tasks.jsonl"), new Provenance.Text("--similarity"),
                        new Provenance.Place("table:", "t.json"), new Provenance.Text("--out"), new Provenance.Out("x")),
                new Settings(
                        Optional.of("shoppingbench"), Optional.of(new Similarity("table t.json", true, Optional.of("a".repeat(64)))),
                        Optional.of(true), OptionalInt.of(30), OptionalLong.of(5), OptionalInt.of(200),
                        Optional.empty()),
                Optional.of(new Catalogue(
                        fingerprint, 1234, List.of(new Source("documents.jsonl", OptionalLong.of(99), Optional.of("b".repeat(64)))),
                        List.of())),
                List.of(
                        new Input(Role.TASKS, "my tasks.jsonl", 12, "c".repeat(64)),
                        new Input(Role.SIMILARITIES, "t.json", 34, "d".repeat(64))),
                Optional.of(new DataDate(Instant.parse("2026-01-05T00:20:12Z"), From.RUNS)));
    }
}
