package org.shoptrace.core.evaluate.loss;

/// Something that keeps runs from success, by what would have to be mended.
public enum Reason {
    HARNESS(Group.ANSWER, "harness", "Stopped by the harness", "the harness not failed"),
    STEPS(Group.ANSWER, "steps", "Out of steps", "it answered before the steps ran out"),
    NO_ANSWER(Group.ANSWER, "no_answer", "No answer", "it recommended what it had found"),
    FORM(Group.ANSWER, "form", "Form of the answer", "the right products stood where and how the scorer reads them"),
    SHOP(Group.ANSWER, "shop", "Several shops", "the products been of one shop"),
    BUDGET(Group.ANSWER, "budget", "Over the budget", "the products been within budget and voucher"),

    SEARCH(Group.WAY, "search", "No search found it", "a search returned the right product"),
    PAGE(Group.WAY, "page", "On a page not asked for", "the page been turned"),
    VIEW(Group.WAY, "view", "Returned, not viewed", "what was returned been looked at"),
    CHOICE(Group.WAY, "choice", "Viewed, not chosen", "what was looked at been chosen"),

    VARIANT(Group.PRODUCT, "variant", "Variant or attribute", "the variant been right"),
    CONDITION(Group.PRODUCT, "condition", "Price or service", "price and service been right"),
    KNOWLEDGE(Group.PRODUCT, "knowledge", "Answer not in the product", "the answer stood in the product"),
    TITLE(Group.PRODUCT, "title", "Title similarity alone", "a title alone not decided"),
    UNKNOWN(Group.PRODUCT, "unknown_product", "Unknown product", "a product of the catalogue been recommended"),
    OTHER(Group.PRODUCT, "other", "Another product, or none", "another product been recommended");

    /// What reasons are about. Every failure has reasons of the first group, of the second, or of both; and just so of the first and the
    /// third: the second and the third tell the same failures, once by where they happened and once by what came of it.
    public enum Group {
        ANSWER("answer", "The answer as a whole"),
        WAY("way", "On the way to the product"),
        PRODUCT("product", "What was recommended instead");

        private final String wireName;
        private final String label;

        Group(String wireName, String label) {
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

    private final Group group;
    private final String wireName;
    private final String label;
    private final String mended;

    Reason(Group group, String wireName, String label, String mended) {
        this.group = group;
        this.wireName = wireName;
        this.label = label;
        this.mended = mended;
    }

    public Group group() {
        return group;
    }

    /// The name in files.
    public String wireName() {
        return wireName;
    }

    /// The name for people.
    public String label() {
        return label;
    }

    /// What would have to be otherwise, to be read after *had*: the page been turned.
    public String mended() {
        return mended;
    }
}
