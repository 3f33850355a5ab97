package org.shoptrace.core.sandbox;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.python.PythonText;

/// The rules that a recorded search was answered by. Source: `src/site/markdown/sandbox.md`, *HTTP*, last paragraph.
public enum SearchRules {
    /// The benchmark's own server.
    BENCHMARK(Cutoffs.REFERENCE, "the benchmark's server") {
        @Override
        public String words(String q) {
            return q;
        }
    },

    /// ORO's server: the query parser's special characters are spaces to it, and it walks 10,000 hits.
    ORO(new Cutoffs(10_000, 50), "ORO's server") {
        @Override
        public String words(String q) {
            return PythonText.strip(SPECIAL.matcher(q).replaceAll(" "));
        }
    };

    private static final Pattern SPECIAL =
            Pattern.compile("[-+&|!(){}\\[\\]^\"~*?:\\\\/]");

    private final Cutoffs cutoffs;
    private final String label;

    SearchRules(Cutoffs cutoffs, String label) {
        this.cutoffs = cutoffs;
        this.label = label;
    }

    public Cutoffs cutoffs() {
        return cutoffs;
    }

    /// The name for people.
    public String label() {
        return label;
    }

    /// What is searched for when `q` is asked for.
    public abstract String words(String q);

    /// The request as these rules read it.
    public FindRequest read(FindRequest request) {
        @Nullable String q = request.q();
        return q == null
                ? request
                : new FindRequest(words(q), request.page(), request.shopId(), request.price(), request.sort(), request.service());
    }
}
