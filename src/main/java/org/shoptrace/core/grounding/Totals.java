package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Voucher;

/// Which products a sentence may sum up, and what a task's voucher does to their sum. Sums are in peso.
///
/// @param voucher empty where the task has none
record Totals(Optional<Voucher> voucher) {
    static double number(String text) {
        return Double.parseDouble(text.replace(",", ""));
    }

    boolean hasVoucher() {
        return voucher.isPresent();
    }

    Optional<Double> budget() {
        return voucher.flatMap(Voucher::budget).map(Json.Num::asDouble);
    }

    Optional<Double> threshold() {
        return voucher.flatMap(Voucher::threshold).map(Json.Num::asDouble);
    }

    /// Whether an amount is one of the voucher's own: budget, threshold, face value, cap. Where it stands it may be quoted.
    boolean isOfVoucher(double amount) {
        return voucher.stream().flatMap(each -> Stream.of(each.budget(), each.threshold(), each.faceValue(), each.cap()))
                .flatMap(Optional::stream)
                .anyMatch(number -> Math.abs(number.asDouble() - amount) < 0.005);
    }

    /// What it takes off a sum; empty where there is no voucher.
    Optional<Double> discount(double total) {
        return voucher.map(each -> {
            if (each.threshold().map(Json.Num::asDouble).map(threshold -> total < threshold).orElse(false)) {
                return 0.0;
            }
            if (each.discountType().equals(Voucher.PERCENTAGE)) {
                double off = total * each.discount().map(Json.Num::asDouble).orElse(0.0);
                return Math.min(off, each.cap().map(Json.Num::asDouble).orElse(off));
            }
            return each.faceValue().map(Json.Num::asDouble).orElse(0.0);
        });
    }

    /// What may be summed up: the products that the sentence names, else those that the text has named, and the recommended ones; else
    /// the one that the sentence is about.
    List<List<String>> sets(Found found) {
        Set<List<String>> sets = new LinkedHashSet<>(several(found));
        if (sets.isEmpty()) {
            Set<String> ids = named(found);
            sets.add(ids.isEmpty() ? found.bound().focus() : List.copyOf(ids));
            sets.remove(List.of());
        }
        return List.copyOf(sets);
    }

    /// The same, but for a single product that the sentence is about.
    List<List<String>> several(Found found) {
        Set<String> ids = named(found);
        if (ids.size() > 1) {
            return List.of(List.copyOf(ids));
        }
        Set<List<String>> sets = new LinkedHashSet<>();
        if (found.bound().focus().size() > 1) {
            sets.add(found.bound().focus());
        }
        if (found.bound().named().size() > 1) {
            sets.add(found.bound().named());
        }
        if (!found.sentence().isThought() && !found.shelf().recommended().isEmpty()) {
            sets.add(found.shelf().recommended());
        }
        return List.copyOf(sets);
    }

    private static Set<String> named(Found found) {
        Set<String> ids = new LinkedHashSet<>();
        found.bound().mentions().forEach(mention -> ids.addAll(mention.ids()));
        return ids;
    }

    /// The sums of those sets that have one, also of the one product that the sentence names.
    List<Double> sums(Found found) throws ShoptraceException {
        List<List<String>> sets = new ArrayList<>(sets(found));
        boolean several = sets.stream().anyMatch(set -> set.size() > 1);
        sets.removeIf(set -> several && set.size() == 1);
        Set<String> named = named(found);
        if (named.size() == 1) {
            sets.add(List.copyOf(named));
        }
        List<Double> sums = new ArrayList<>();
        for (List<String> set : sets) {
            total(found, set).ifPresent(sums::add);
        }
        return sums;
    }

    /// The sum of several products; empty where a price is not known.
    static OptionalDouble total(Found found, List<String> ids) throws ShoptraceException {
        double total = 0;
        for (String id : ids) {
            Optional<Item> item = found.shelf().item(id);
            if (item.isEmpty() || item.get().numbers().prices().size() != 1) {
                return OptionalDouble.empty();
            }
            total += item.get().numbers().prices().iterator().next();
        }
        return OptionalDouble.of(total);
    }
}
