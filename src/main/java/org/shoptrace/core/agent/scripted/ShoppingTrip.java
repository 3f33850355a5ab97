package org.shoptrace.core.agent.scripted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.shoptrace.core.agent.scripted.Notebook.Question;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.model.trajectory.ToolCall;

/// A shopper's plan from the query to the end, written down as if the [Notebook] had every answer already.
final class ShoppingTrip {
    private final ShopperHabits habits;
    private final Notebook notebook;

    ShoppingTrip(ShopperHabits habits, Notebook notebook) {
        this.habits = habits;
        this.notebook = notebook;
    }

    void go(Errand errand) {
        Optional<String> answer = errand.question().map(question -> WebAnswer.find(question, notebook));
        List<Wish> wishes = errand.wishes().stream()
                .map(wish -> answer.map(wish::about).orElse(wish))
                .toList();
        Basket basket = new Basket(errand.oneShop() ? fromOneShop(wishes) : fromAnywhere(wishes));
        errand.purse().ifPresent(basket::makeAffordable);
        if (basket.isEmpty()) {
            end("I found nothing that fits.", "failure", "I am sorry, I found nothing that fits.");
        } else {
            String ids = basket.productIds();
            notebook.ask(
                    "These fit best of what I have seen: " + ids + ".",
                    List.of(Question.of(ToolCall.RECOMMEND_PRODUCT, "product_ids", ids)));
            String told = answer.map(found -> "The answer to your question is " + found + ". ").orElse("");
            end("The user has my recommendation.", "success", told + "I recommend " + ids + ".");
        }
    }

    private void end(String think, String status, String response) {
        notebook.ask(think, List.of(Question.of(ToolCall.TERMINATE, "status", status)), response);
    }

    /// For each wish that something was found for, the candidates from best to worst.
    private List<List<Candidate>> fromAnywhere(List<Wish> wishes) {
        List<List<Candidate>> shortlists = new ArrayList<>();
        for (Wish wish : wishes) {
            List<Candidate> found = search(wish, "I look for " + wish.search() + ".", Optional.empty());
            if (!found.isEmpty()) {
                shortlists.add(shortlist(found, wish));
            }
        }
        return shortlists;
    }

    /// Takes the wish with the most words for the most telling, and tries the shops that search shows for it, in that order, until one
    /// has something for every wish; else settles for the shop that has the most, and takes the rest from anywhere.
    private List<List<Candidate>> fromOneShop(List<Wish> wishes) {
        Wish anchor = wishes.stream().max(Comparator.comparingInt(wish -> wish.words().size())).orElseThrow();
        String think = "All should come from one shop. I begin with " + anchor.search() + ".";
        List<String> shops = search(anchor, think, Optional.empty()).stream()
                .map(Candidate::shopId)
                .distinct()
                .limit(habits.shopsTried())
                .toList();
        SequencedMap<Wish, List<Candidate>> best = new LinkedHashMap<>();
        for (String shop : shops) {
            SequencedMap<Wish, List<Candidate>> shelf = shelf(shop, wishes);
            best = shelf.size() > best.size() ? shelf : best;
            if (best.size() == wishes.size()) {
                break;
            }
        }
        List<List<Candidate>> shortlists = new ArrayList<>();
        for (Wish wish : wishes) {
            shortlists.addAll(best.containsKey(wish) ? List.of(best.get(wish)) : fromAnywhere(List.of(wish)));
        }
        return shortlists;
    }

    /// What a shop has for each wish; a product that shows less than half of the naming words is not what was meant.
    private SequencedMap<Wish, List<Candidate>> shelf(String shop, List<Wish> wishes) {
        SequencedMap<Wish, List<Candidate>> shelf = new LinkedHashMap<>();
        for (Wish wish : wishes) {
            String think = "Shop " + shop + ": does it have " + wish.search() + "?";
            List<Candidate> meant = search(wish, think, Optional.of(shop)).stream()
                    .filter(candidate -> 2 * candidate.found() >= wish.named().size())
                    .toList();
            if (!meant.isEmpty()) {
                shelf.put(wish, shortlist(meant, wish));
            }
        }
        return shelf;
    }

    /// The first page that search shows. When the filters leave nothing, the price is let go.
    private List<Candidate> search(Wish wish, String think, Optional<String> shop) {
        List<Candidate> found = hits(notebook.ask(think, List.of(find(wish, shop, wish.priceRange()))), wish);
        return !found.isEmpty() || wish.priceRange().isEmpty()
                ? found
                : hits(notebook.ask("Nothing at this price. I look at other prices.", List.of(find(wish, shop, Optional.empty()))), wish);
    }

    private static Question find(Wish wish, Optional<String> shop, Optional<String> price) {
        SequencedMap<String, Json> parameters = new LinkedHashMap<>();
        parameters.put("q", Json.of(wish.search()));
        parameters.put("page", Json.Num.of(1L));
        shop.ifPresent(id -> parameters.put("shop_id", Json.of(id)));
        price.ifPresent(range -> parameters.put("price", Json.of(range)));
        if (!wish.services().isEmpty()) {
            parameters.put("service", Json.of(String.join(",", wish.services())));
        }
        return new Question(ToolCall.FIND_PRODUCT, parameters);
    }

    private static List<Candidate> hits(List<Observation> answers, Wish wish) {
        return answers.stream()
                .flatMap(answer -> answer instanceof Observation.Found found ? found.hits().stream() : Stream.empty())
                .map(hit -> Candidate.of(hit, wish))
                .toList();
    }

    /// The first of what was found, after a closer look at some of it: what shows most of the wish in front, equal ones as search had
    /// them.
    private List<Candidate> shortlist(List<Candidate> found, Wish wish) {
        List<Candidate> shortlist = new ArrayList<>();
        for (Candidate candidate : found.subList(0, Math.min(habits.shortlist(), found.size()))) {
            shortlist.add(shortlist.size() < habits.viewsPerItem() ? view(candidate, wish) : candidate);
        }
        if (habits.viewsPerItem() > 0) {
            shortlist.sort(Comparator.comparingInt(Candidate::found).reversed());
        }
        return shortlist;
    }

    private static String pesos(double price) {
        return price == Math.rint(price) ? Long.toString((long) price) : Double.toString(price);
    }

    private Candidate view(Candidate candidate, Wish wish) {
        Question question = Question.of(ToolCall.VIEW_PRODUCT_INFORMATION, "product_ids", candidate.productId());
        return notebook.ask("A closer look at " + candidate.productId() + ", at " + pesos(candidate.price()) + " pesos.", List.of(question))
                .stream()
                .flatMap(answer -> answer instanceof Observation.Viewed viewed ? viewed.details().stream() : Stream.empty())
                .findFirst()
                .map(detail -> candidate.viewed(detail, wish))
                .orElse(candidate);
    }
}
