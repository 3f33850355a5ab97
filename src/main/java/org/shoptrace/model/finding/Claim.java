package org.shoptrace.model.finding;

import java.util.List;
import java.util.Optional;
import org.shoptrace.model.trajectory.Span;

/// Something that the agent thought or said of a product, checked.
///
/// @param place    the step that says it
/// @param sentence where in the step's text the sentence stands that says it, and how it reads
/// @param start    the sentence's first character, counted from 0 in code points, as files count
/// @param text     what is stated, as it is stated: `21.30 pesos`, `Color: Blue`, `cheaper than 2052387594`
/// @param products the ids of the products that it was held against; none when it is about none in particular
/// @param other    the product that it is true of, where the verdict is [Verdict#OTHER_PRODUCT]
/// @param shown    where the agent was first shown what the verdict rests on; empty when no answer showed it
/// @param because  what the verdict rests on, a short sentence without a full stop
public record Claim(
        Place place,
        Span sentence,
        int start,
        String text,
        Kind kind,
        Verdict verdict,
        List<String> products,
        Optional<String> other,
        Optional<Place> shown,
        String because) {
    public Claim {
        products = List.copyOf(products);
    }

    /// Behind the sentence's last character, in code points.
    public int end() {
        return start + sentence.quote().codePointCount(0, sentence.quote().length());
    }

    /// What is stated.
    public enum Kind {
        PRODUCT_ID("product_id", "Product id"),
        TITLE("title", "Title"),
        PRICE("price", "Price"),
        SHOP_ID("shop_id", "Shop"),
        SERVICE("service", "Service"),
        SOLD("sold", "Pieces sold"),
        ATTRIBUTE("attribute", "Attribute or variant"),
        BRAND("brand", "Brand"),
        CATEGORY("category", "Category"),
        COMPARISON("comparison", "Comparison"),
        COUNT("count", "Count"),
        /// The sum of several prices.
        TOTAL("total", "Total"),
        /// What a voucher takes off, or what it leaves to pay or to spend.
        REMAINING("remaining", "Voucher and budget");

        private final String wireName;
        private final String label;

        Kind(String wireName, String label) {
            this.wireName = wireName;
            this.label = label;
        }

        /// The name in files.
        public String wireName() {
            return wireName;
        }

        /// The name for people.
        public String label() {
            return label;
        }
    }

    /// Whether it is so, and whether the agent could know. Of several that apply, the first.
    public enum Verdict {
        /// True, and the agent had been shown it.
        OBSERVED("observed", "Observed"),
        /// Not true of the product that is spoken of, but of another that the agent had been shown.
        OTHER_PRODUCT("other_product", "True of another product"),
        /// The agent had been shown that it is otherwise.
        CONTRADICTED("contradicted", "Contradicted by what was shown"),
        /// The catalogue or arithmetic says otherwise, though no answer did.
        FALSE("false", "False"),
        /// Nothing that was shown supports it, and nothing says otherwise.
        UNOBSERVED("unobserved", "Never shown");

        private final String wireName;
        private final String label;

        Verdict(String wireName, String label) {
            this.wireName = wireName;
            this.label = label;
        }

        /// Whether what is stated is not so.
        public boolean isWrong() {
            return this == OTHER_PRODUCT || this == CONTRADICTED || this == FALSE;
        }

        /// The name in files.
        public String wireName() {
            return wireName;
        }

        /// The name for people.
        public String label() {
            return label;
        }
    }
}
