package org.shoptrace.core.search;

import java.util.List;

/// A question that is asked often, in plain words and in the language of [QueryParser].
public record Question(String words, String query) {
    /// In the order in which they are offered.
    public static final List<Question> USUAL = List.of(
            new Question("The target was on page 2 and the agent never paged", "target.page:2 -target.page:1 -paged"),
            new Question("A cart that misses only the voucher", "cart.misses:only-voucher"),
            new Question("A filter of the agent's own hid the target",
                    "target.hidden:price OR target.hidden:service OR target.hidden:shop"),
            new Question("The target was looked at and not chosen", "stage:viewed_not_chosen"),
            new Question("Everything fits but the variant", "cart.misses:only-sku OR cart.misses:only-attribute"),
            new Question("The products fit, and are of several shops", "cart.misses:only-shop"),
            new Question("It recommended without looking at any product", "calls.recommend_product>0 calls.view_product_information:0"),
            new Question("It stated something that is not so", "claims.wrong>0"),
            new Question("It saw a right product and let it go", "letgo:yes outcome:failure"),
            new Question("It failed, as its own file says", "own.passed:no"),
            new Question("The harness lost an answer", "health:null_result OR health:dropped_call OR health:empty_reply"));
}
