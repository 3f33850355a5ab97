package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.grounding.WordForms.Word;
import org.shoptrace.model.finding.Claim;

/// Finds `key: value`, `key is value` and the cells of tables. A key is one that the products in view have, or any name of a family.
final class KeyedClaims {
    private static final int WORDS_OF_A_KEY = 4;
    private static final int WORDS_OF_A_VALUE = 4;
    private static final int LONGEST_NAME = 100;
    private static final Pattern CONNECTOR = Pattern.compile(
            "[\"'`]?\\s*(?::(?!//)|=|\\|)\\s*[\"'`\\[]*|\\s+(?:is|are|was)(?:\\s+not|n['’]t)?\\s+(?=\\S)"
                    + "|\\s+(?:of|from|between)\\s+(?=\\d)|\\s+[-–—]\\s+(?=\\p{L})");
    /// Of these a number follows `of` or `from`: `a size of 10 inches`, `power usage from 1 to 500`.
    private static final Set<Family> MEASURED = Set.of(Family.SIZE, Family.CAPACITY, Family.WEIGHT, Family.POWER, Family.VOLTAGE);
    private static final Pattern INTRO = Pattern.compile(
            "^(?:(?:a|an|the|also|only|just|indeed|available|listed|specified|described|stated|given|made|offered|set|in|of|from"
                    + "|as|at|out|between|about|around"
                    + "|approximately|up to|not|to be)\\s+)*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile(
            "(?<=\\D)[.](?=\\s|$)|[.]$|,(?!\\d{3})|[;(\\n\"`|)\\]}{\\[]|'(?!\\w)|\\s[-–—]\\s|[✓✅✔✗❌]"
                    + "|(?i)\\s(?:and|with|but|which"
                    + "|as|while|that|for|because|matching|so|according|per"
                    + "|is|are|has|it|its|in|on|at|costs?)(?=\\s|$)");
    private static final Pattern SAYS_NOTHING = Pattern.compile(
            "(?i)^\\W*(?:yes|no|true|false|n/?a|none|null|not (?:specified|stated|available|mentioned|listed|shown|given|visible"
                    + "|provided|applicable|sure|clear)\\b.*"
                    + "|unknown|unspecified|unclear|match(?:es|ed|ing)?\\b.*|meets?\\b.*|ok(?:ay)?|good|fine|correct"
                    + "|as (?:requested|specified|required|per)\\b.*"
                    + "|any|its?\\b.*|satisf\\w+.*|confirmed\\b.*|check(?:ed)?|met|fulfil\\w+|perfect|same|different|various"
                    + "|multiple|several|suitable|within\\b.*|above\\b.*|below\\b.*|under\\b.*|over\\b.*"
                    + "|more than\\b.*|less than\\b.*|the same\\b.*|also\\b.*|missing\\b.*|what\\b.*|i\\b.*|we\\b.*|important\\b.*"
                    + "|according\\b.*|offered\\b.*|(?:requested|specified|required|needed|desired|described|expected)\\b.*)$");

    private static final Pattern OPINION = Pattern.compile(
            "(?i)^\\W*(?:(?:very|quite|so|too|also|really|exactly|not|all|still|just|pretty|more|less|most|a|an|the|being"
                    + "|well)\\s+)*(?:good|great|perfect|nice|ideal|fine|right"
                    + "|correct|appropriate|reasonable|important|clear|unclear|unknown|similar|close|confirmed|affordable|shown"
                    + "|mentioned|adjustable|available|unavailable|different"
                    + "|match\\w*|lower|higher|high|low|big|small|larger|smaller|better|worse|best|acceptable|compatible"
                    + "|consistent|relevant|irrelevant|suitable|suited|versatile|comfortable"
                    + "|beautiful|elegant|simple|stylish|trendy|durable|excellent|optional|required|requested|needed|missing"
                    + "|there|here|in line|based|up to|key|crucial|also|listed|described"
                    + "|what|that|this|these|those|which|one|ok|okay|explicitly|likely|probably|unspecified|same|only|already"
                    + "|still|part|included|easy|unique|impressive|popular|safe|new)\\b");
    private static final Pattern MORE = Pattern.compile("\\s*(?:,|/|\\bor\\b|\\band\\b|&)\\s*((?:(?!\\b(?:and|or)\\b)[^,;.(\\n/&])+)");

    /// With these no key ends.
    private static final Set<String> JOINS = Set.of("and", "or", "with", "of", "for", "in", "to", "by", "but", "from");

    private final Found found;
    private final List<int[]> covered = new ArrayList<>();

    KeyedClaims(Found found) {
        this.found = found;
    }

    /// Whether a place is part of what was found.
    boolean covers(int at) {
        return covered.stream().anyMatch(range -> range[0] <= at && at < range[1]);
    }

    /// The words before a connector that may be a key.
    private record Words(String text, int start) {
        static Optional<Words> before(String sentence, int connector) {
            int end = connector;
            while (end > 0 && sentence.charAt(end - 1) <= ' ') {
                end--;
            }
            if (end > 0 && ")\"`".indexOf(sentence.charAt(end - 1)) >= 0) {
                end--;
            }
            int start = end;
            while (start > 0 && isOfAKey(sentence.codePointBefore(start))) {
                start = sentence.offsetByCodePoints(start, -1);
            }
            while (start < end && !Character.isLetter(sentence.codePointAt(start))) {
                start = sentence.offsetByCodePoints(start, 1);
            }
            return start < end ? Optional.of(new Words(sentence.substring(start, end), start)) : Optional.empty();
        }

        private static boolean isOfAKey(int character) {
            return Character.isLetter(character) || isMarkOrNumber(character) || "_ /&'’-".indexOf(character) >= 0;
        }

        private static boolean isMarkOrNumber(int character) {
            return switch (Character.getType(character)) {
                case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK,
                        Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                    true;
                default -> false;
            };
        }
    }

    void find() throws ShoptraceException {
        if (!found.sentence().header().isEmpty()) {
            row();
            return;
        }
        String text = masked();
        Matcher connector = CONNECTOR.matcher(text);
        while (connector.find()) {
            Optional<Words> key = Words.before(text, connector.start());
            if (key.isEmpty()) {
                continue;
            }
            String words = key.get().text();
            int from = key.get().start();
            int at = connector.end();
            List<String> ids = found.productsAt(from, at);
            Optional<Key> said = key(words, ids);
            boolean joined = connector.group().strip().matches("(?i)of|from|between");
            boolean dash = connector.group().strip().matches("[-–—]");
            if (dash && !(found.sentence().isItem() && said.map(each -> isAll(each, words)).orElse(false)
                    && found.text().substring(0, from).isBlank())) {
                continue;
            }
            if (joined && said.flatMap(Key::family).filter(MEASURED::contains).isEmpty()) {
                continue;
            }
            if (said.isPresent() && !ids.isEmpty() && found.states(from)) {
                boolean prose = joined || connector.group().strip().matches("(?i)(?:is|are|was).*");
                boolean denied = Negation.denies(found.text(), connector.end());
                value(said.get(), ids, words.strip(), at, prose, denied);
            }
        }
    }

    private static boolean isAll(Key said, String words) {
        return said.words().equals(WordForms.forms(words));
    }

    /// The text with names of products taken out, so that `the colour of 5029112587 is` has a key before its verb.
    private String masked() {
        StringBuilder text = new StringBuilder(found.text());
        for (Mention mention : found.bound().mentions()) {
            if (mention.how() == Mention.How.ID || mention.how() == Mention.How.ORDINAL) {
                int from = mention.start();
                Matcher of = Pattern.compile("(?i)\\b(?:of|for)\\s+(?:the\\s+)?(?:product\\s+|item\\s+)?(?:id\\s*:?\\s*)?[(#]?$")
                        .matcher(text.substring(Math.max(0, from - LONGEST_NAME), from));
                if (of.find()) {
                    from = Math.max(0, from - LONGEST_NAME) + of.start();
                }
                for (int at = from; at < mention.end(); at++) {
                    text.setCharAt(at, ' ');
                }
            }
        }
        return text.toString();
    }

    private void row() throws ShoptraceException {
        List<String> header = found.sentence().header();
        List<String> cells = Sentence.cells(found.text());
        List<String> ids = found.bound().mentions().isEmpty() ? List.of() : found.bound().mentions().getFirst().ids();
        for (int at = 0; at < Math.min(header.size(), cells.size()) && !ids.isEmpty(); at++) {
            if (RecordClaims.cell(found, header.get(at), cells.get(at), ids)) {
                continue;
            }
            Optional<Key> said = key(header.get(at), ids);
            if (said.isPresent() && !cells.get(at).isEmpty() && !SAYS_NOTHING.matcher(cells.get(at)).matches()) {
                state(said.get(), ids, header.get(at) + ": " + cells.get(at), WordForms.forms(cells.get(at)), false);
            }
        }
    }

    /// The key that words end with: the longest that a product in view has under some name, or that is a name of a family.
    private Optional<Key> key(String words, List<String> ids) throws ShoptraceException {
        List<String> each = new ArrayList<>(WordForms.forms(words.replace('_', ' ')));
        each.replaceAll(word -> word.equals("compatible") ? "compatibility" : word);
        each.removeIf(word -> word.equals("the") || word.equals("it") || (word.equals("product") && each.size() > 1));
        if (each.equals(List.of("sold", "as"))) {
            return Optional.of(Key.of(List.of("unit")));
        }
        if (!each.isEmpty() && JOINS.contains(each.getLast())) {
            return Optional.empty();
        }
        Set<Key> inView = found.shelf().values(ids).keySet();
        for (int from = Math.max(0, each.size() - WORDS_OF_A_KEY); from < each.size(); from++) {
            Key said = Key.of(each.subList(from, each.size()));
            Set<String> meaning = Set.copyOf(said.meaning());
            if (inView.stream().anyMatch(key -> key.words().equals(said.words()) || Set.copyOf(key.meaning()).equals(meaning))) {
                return Optional.of(said);
            }
        }
        for (int from = Math.max(0, each.size() - 2); from < each.size(); from++) {
            Key said = Key.of(each.subList(from, each.size()));
            boolean ends = said.family().map(family -> said.words().stream().anyMatch(family.words()::contains)).orElse(false);
            if ((ends && (from == each.size() - 1
                    || said.family().map(family -> family.words().contains(said.words().getLast())).orElse(false)
                    || Set.of("type", "family", "option", "filter", "name").contains(said.words().getLast())))
                    || (!said.words().isEmpty() && inView.stream().anyMatch(key -> key.isMeantBy(said)))) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }

    private void value(Key said, List<String> ids, String key, int at, boolean prose, boolean denied) throws ShoptraceException {
        String rest = found.text().substring(at);
        Matcher intro = INTRO.matcher(rest);
        int from = at + (intro.find() ? intro.end() : 0);
        Optional<int[]> known = known(said, ids, from);
        int end = end(from);
        String cut = found.text().substring(from, end).strip();
        String name = name(said, key);
        if (known.isPresent() && known.get()[1] >= end) {
            end = known.get()[1];
            cut = found.text().substring(from, end);
        }
        if (cut.isEmpty() || SAYS_NOTHING.matcher(cut).matches()) {
            return;
        }
        List<String> forms = WordForms.forms(cut);
        boolean measure = !forms.isEmpty() && Character.isDigit(forms.getFirst().charAt(0));
        boolean brand = said.family().equals(Optional.of(Family.BRAND)) && Character.isUpperCase(cut.charAt(0));
        boolean open = brand || (measure && forms.size() <= 3 && said.family().isPresent())
                || (isKeyOf(said, ids) && forms.size() <= WORDS_OF_A_VALUE && !OPINION.matcher(cut).find());
        if (prose && known.isEmpty() && !open) {
            return;
        }
        covered.add(new int[] {at - key.length() - 2, end});
        if (forms.size() > WORDS_OF_A_VALUE && known.isEmpty()) {
            usual(said, forms).forEach(usual -> state(said, ids, name + ": " + String.join(" ", usual), usual, denied));
            return;
        }
        state(said, ids, name + ": " + cut, forms, denied);
        others(said, ids, name, end, denied);
    }

    /// As much of the words before a connector as is the key.
    private static String name(Key said, String words) {
        Matcher last = Pattern.compile("(?:[\\p{L}\\p{M}\\p{N}'’]+[^\\p{L}\\p{N}]*){" + Math.max(1, said.words().size()) + "}$")
                .matcher(words.substring(Math.max(0, words.length() - LONGEST_NAME)));
        return last.find() ? last.group().strip() : words;
    }

    /// Whether one of the products has that very key: of it something is said even where the value is none that is known.
    private boolean isKeyOf(Key said, List<String> ids) throws ShoptraceException {
        for (String id : ids) {
            if (found.shelf().item(id).map(item -> item.facts().stream().anyMatch(fact -> fact.key().words().equals(said.words())
                    || (fact.key().family().isPresent() && fact.key().family().equals(said.family())))).orElse(false)) {
                return true;
            }
        }
        return false;
    }

    /// More values in a row: `Color: red, blue`.
    private void others(Key said, List<String> ids, String name, int from, boolean denied) throws ShoptraceException {
        Set<List<String>> values = found.shelf().values(said, ids);
        int at = from;
        Matcher next = MORE.matcher(found.text()).region(at, found.text().length());
        while (next.lookingAt()) {
            String cut = next.group(1).strip();
            List<String> forms = WordForms.forms(cut);
            if (!said.family().map(Family::usual).orElse(List.of()).contains(forms) && !values.contains(forms)) {
                return;
            }
            covered.add(new int[] {next.start(1), next.end(1)});
            state(said, ids, name + ": " + cut, forms, denied);
            at = next.end(1);
            next.region(at, found.text().length());
        }
    }

    private static List<List<String>> usual(Key said, List<String> forms) {
        List<List<String>> usual = new ArrayList<>();
        for (List<String> each : said.family().map(Family::usual).orElse(List.of())) {
            if (WordForms.contains(forms, each) && usual.stream().noneMatch(longer -> longer.containsAll(each))) {
                usual.removeIf(shorter -> each.containsAll(shorter));
                usual.add(each);
            }
        }
        return usual;
    }

    /// The longest value of the products in view, or usual for the key, that stands there as a whole: from and to.
    private Optional<int[]> known(Key said, List<String> ids, int from) throws ShoptraceException {
        List<Word> words = found.sentence().words().plain();
        int index = found.sentence().words().indexAt(from);
        if (index >= words.size() || words.get(index).start() > from + 1) {
            return Optional.empty();
        }
        Set<List<String>> values = found.shelf().values(said, ids);
        said.family().ifPresent(family -> values.addAll(family.usual()));
        int best = 0;
        List<String> forms = found.sentence().words().forms();
        for (List<String> value : values) {
            if (value.size() > best && index + value.size() <= forms.size() && forms.subList(index, index + value.size()).equals(value)) {
                best = value.size();
            }
        }
        return best == 0 ? Optional.empty() : Optional.of(new int[] {from, words.get(index + best - 1).end()});
    }

    private int end(int from) {
        Matcher end = END.matcher(found.text());
        return end.find(from) && end.start() >= from ? Math.max(end.start(), from) : found.text().length();
    }

    private void state(Key said, List<String> ids, String text, List<String> value, boolean denied) {
        if (!value.isEmpty()) {
            Assertion assertion = statement(said, ids, text, value, denied);
            found.add(said.words().isEmpty()
                    ? assertion
                    : assertion.of(item -> has(item, said, value)));
        }
    }

    /// Whether a product has that value under that very key.
    static boolean has(Item item, Key said, List<String> value) {
        return item.facts().stream().anyMatch(fact -> fact.key().words().equals(said.words()) && fact.value().equals(value));
    }

    static Assertion statement(Key said, List<String> ids, String text, List<String> value, boolean denied) {
        boolean brand = said.family().equals(Optional.of(Family.BRAND));
        boolean category = said.words().equals(List.of("category"));
        return new Assertion(
                category ? Claim.Kind.CATEGORY : brand ? Claim.Kind.BRAND : Claim.Kind.ATTRIBUTE, text, ids,
                item -> denied ? Values.ofDenied(item, said, value) : Values.truth(item, said, value), item -> actual(item, said), denied);
    }

    private static String actual(Item item, Key said) {
        List<String> values = item.facts().stream().filter(fact -> fact.key().isMeantBy(said)).map(Item.Fact::text).distinct().limit(4)
                .toList();
        return values.isEmpty() ? "nothing is known of its " + said : "its " + said + " is " + String.join(", ", values);
    }
}
