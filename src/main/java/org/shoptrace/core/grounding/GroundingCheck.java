package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.grounding.Amounts.Amount;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.task.Voucher;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;

/// Checks what an agent states of products in what it thinks and says. A claim is found by its form (`price`, `key: value`) and by its
/// value (a colour, a material, whatever the products in view have), bound to the product that its sentence speaks of, and held against
/// what the agent had been shown by then, then against the catalogue. Questions, conditions, plans, and what somebody wants are no claims.
public final class GroundingCheck {
    private final Sandbox sandbox;
    private final Optional<Voucher> voucher;

    /// @param voucher of the run's task, for what it takes off and leaves
    public GroundingCheck(Sandbox sandbox, Optional<Voucher> voucher) {
        this.sandbox = sandbox;
        this.voucher = voucher;
    }

    /// What makes two claims of a step one.
    private record Stated(Place place, String text, Claim.Kind kind, List<String> products) {
        static Stated of(Claim claim) {
            return new Stated(claim.place(), claim.text(), claim.kind(), claim.products());
        }
    }

    /// The claims of a run in the order in which it makes them, each once a step. A step is written before its own calls are answered.
    ///
    /// @throws ShoptraceException when the catalogue cannot be read
    public List<Claim> check(Run run) throws ShoptraceException {
        Shelf shelf = new Shelf(sandbox, run);
        Binding binding = new Binding(shelf);
        Judge judge = new Judge(shelf);
        String query = run.query().orElse("");
        SequencedMap<Stated, Claim> claims = new LinkedHashMap<>();
        for (Step step : run.steps()) {
            for (Sentence sentence : Sentences.of(step)) {
                for (Claim claim : claims(shelf, binding, judge, Place.of(step), sentence, query)) {
                    claims.putIfAbsent(Stated.of(claim), claim);
                }
            }
            shelf.add(step);
        }
        return List.copyOf(claims.values());
    }

    private List<Claim> claims(Shelf shelf, Binding binding, Judge judge, Place place, Sentence sentence, String query)
            throws ShoptraceException {
        boolean states = !Mood.statesNothing(sentence);
        Found found = new Found(sentence, binding.bind(sentence, states), shelf);
        new RecordClaims(found).ids(query);
        if (states) {
            find(found);
        }
        List<Claim> claims = new ArrayList<>();
        for (Found.Reckoned reckoned : found.reckoned()) {
            claims.add(judge.judge(place, sentence, reckoned));
        }
        for (Assertion statement : found.statements()) {
            claims.add(judge.judge(place, sentence, statement));
        }
        return claims;
    }

    private void find(Found found) throws ShoptraceException {
        List<Amount> amounts = Amounts.of(found);
        new SumClaims(found, new Totals(voucher)).find(amounts);
        if (found.bound().mentions().isEmpty() && found.bound().focus().isEmpty()) {
            return;
        }
        RecordClaims records = new RecordClaims(found);
        records.shops();
        records.services();
        records.sold();
        records.titles();
        PriceClaims.find(found, amounts);
        new ComparisonClaims(found).find();
        KeyedClaims keyed = new KeyedClaims(found);
        keyed.find();
        ProseWords prose = new ProseWords(found, keyed);
        new NameClaims(found, keyed).find().forEach(prose::take);
        new MeasureClaims(prose).find();
        new PartClaims(prose).find();
        new WordClaims(prose).find();
    }
}
