package org.shoptrace.core.diagnose;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.FindAnswer;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.SearchRules;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Envelope;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;

/// A sandbox that remembers what one run needed, since every finding asks about the same products and searches, and that answers by the
/// rules of the server that answered the run. Used by one thread; closing it leaves the sandbox behind it open.
final class RunSandbox implements Sandbox {
    private final Sandbox sandbox;
    private final SearchRules rules;
    private final Map<FindRequest, FindAnswer> answers = new HashMap<>();
    private final Map<String, Optional<Product>> products = new HashMap<>();
    private final Map<Ranked, OptionalInt> ranks = new HashMap<>();

    private record Ranked(String q, String productId) {}

    RunSandbox(Sandbox sandbox, SearchRules rules) {
        this.sandbox = sandbox;
        this.rules = rules;
    }

    /// The rules that a run was answered by. ORO's files are known by their envelope, or by the answers that stand in the calls.
    static SearchRules rules(Run run) {
        return run.envelope() instanceof Envelope.Oro || run.steps().stream().anyMatch(RunSandbox::answersInCalls)
                ? SearchRules.ORO
                : SearchRules.BENCHMARK;
    }

    private static boolean answersInCalls(Step step) {
        return step.message().orElse(Json.NULL) instanceof Json.Obj message
                && message.items("tool_call").stream()
                        .anyMatch(call -> call instanceof Json.Obj object && object.get("result").isPresent());
    }

    @Override
    public CatalogInfo info() {
        return sandbox.info();
    }

    @Override
    public FindAnswer find(FindRequest request) throws ShoptraceException {
        FindAnswer known = answers.get(request);
        if (known != null) {
            return known;
        }
        FindAnswer answer = sandbox.find(request, rules);
        answers.put(request, answer);
        answer.products().forEach(product -> products.put(product.productId(), Optional.of(product)));
        return answer;
    }

    @Override
    public Optional<Product> product(String productId) throws ShoptraceException {
        Optional<Product> known = products.get(productId);
        if (known != null) {
            return known;
        }
        Optional<Product> product = sandbox.product(productId);
        products.put(productId, product);
        return product;
    }

    @Override
    public OptionalInt rank(String q, String productId) throws ShoptraceException {
        Ranked key = new Ranked(q, productId);
        OptionalInt known = ranks.get(key);
        if (known != null) {
            return known;
        }
        OptionalInt rank = sandbox.rank(rules.words(q), productId);
        ranks.put(key, rank);
        return rank;
    }

    @Override
    public void close() {}
}
