package org.shoptrace.core.grounding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.model.trajectory.Span;

/// Says which products a sentence speaks of, reading a step's sentences one after the other: by id, by the number of a line, by words of
/// the title; else the ones named last, where the sentence goes on about them; else, in an answer, the one that is recommended.
final class Binding {
    static final Pattern PRODUCT_ID = Pattern.compile("(?<![\\d.,])\\d{7,}(?!\\d)"
            + "|\\b(?=[A-Z0-9]*\\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{8,}\\b");
    private static final Pattern PRONOUN = Pattern.compile(
            "(?i)\\b(?:it|its|it's|they|their|this|these|this (?:one|product|item|option|listing)|the (?:product|item|listing"
                    + "|set))\\b");
    private static final Pattern PLURAL = Pattern.compile(
            "(?i)\\b(?:both|all|each|they|these|their)\\b(?:\\s+(?:of\\s+(?:them|these|the)|the|these))?(?:\\s+(two|three|four"
                    + "|five|six|\\d))?"
                    + "(?:\\s+(?:products?|items?|of them|options?))?");
    private static final Pattern ORDINAL = Pattern.compile("(?i)\\bthe (first|second|third|fourth|fifth|last)"
            + "(?:\\s+(?:one|product|item|option|result|listing|recommendation))?\\b|\\b(?:product|item|option"
            + "|result)\\s*#?\\s*(\\d{1,2})\\b(?![.,]?\\d)");
    private static final String TURN = "(?i)[\\s,;…]*(?:(?:while|whereas|but|and|unlike|compared to)\\s+)?the\\s+";
    /// A colour of one word or of two, and a noun.
    private static final List<Pattern> LOOKS = List.of(
            Pattern.compile(TURN + "([\\p{L}-]+\\s[\\p{L}-]+)\\s+([\\p{L}-]+)(?![\\p{L}-])"),
            Pattern.compile(TURN + "([\\p{L}-]+)\\s+([\\p{L}-]+)(?![\\p{L}-])"));
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth");
    private static final List<String> COUNTS = List.of("two", "three", "four", "five", "six");
    private static final Pattern JOINED = Pattern.compile(
            "(?i)^(?:\\s|,|&|\\)|\\(|\\bids?\\b|\\band\\b|\\bboth\\b|\\bwith\\b|\\bproducts?\\b|\\bitems?\\b|\\bthe\\b|#|[\"'])*+$");
    private static final Pattern OTHERS = Pattern.compile(
            "(?i)\\b(?:another|other|others|none of|neither|no other|most|the rest|some of|many|several|similar|any of|results?"
                    + "|options|alternatives?)\\b");
    /// How far the word before a shop's id may stand from it.
    private static final int BACK = 60;
    private static final Pattern SHOP = Pattern
            .compile("(?i)\\b(?:shop|store|seller)[ _]*(?:\\(|with +)?(?:ids?)?[\"'`]?(?:\\s+(?:is|of))?\\s*[:=#(]?\\s*[\"'`]?$");

    /// A name of a few words; a value's own name, such as `the total price`, is none.
    private static final Pattern UNKNOWN = Pattern.compile(
            "(?is).*\\b(?:the|a|an|this|that)\\s+(?![^(]*\\b(?:prices?|costs?|total|sum|budget|amount|discount|savings?|threshold|limit"
                    + "|range|colou?rs?|sizes?|brands?|ratings?|reviews?|shops?|sellers?|stores?|voucher|option|variant|one|cheapest"
                    + "|requirements?|products?|items?)\\b[^(]*$)(?:[\\w'-]+\\s+){1,6}");

    private final Shelf shelf;
    private final Titles titles;
    private List<String> focus = List.of();
    private Map<Integer, List<String>> numbered = new HashMap<>();
    private final Set<String> named = new LinkedHashSet<>();
    private boolean afterHeading;
    private Span.Field field = Span.Field.THINK;
    private int start = Integer.MAX_VALUE;

    Binding(Shelf shelf) {
        this.shelf = shelf;
        this.titles = new Titles(shelf);
    }

    /// What a sentence speaks of.
    ///
    /// @param mentions in the order of the sentence
    /// @param focus    what it is about where no name stands near; none when it is about nothing in particular
    /// @param named    every product that this text has named so far, in that order
    /// @param clauses  where it turns from one subject to the next
    /// @param ofAnother those that speak of a product which they do not name
    record Bound(
            List<Mention> mentions, List<String> focus, List<String> named, List<Clauses.Clause> clauses,
            List<Clauses.Clause> ofAnother) {
        Bound {
            clauses = List.copyOf(clauses);
            ofAnother = List.copyOf(ofAnother);
            mentions = List.copyOf(mentions);
            focus = List.copyOf(focus);
            named = List.copyOf(named);
        }
    }

    /// Binds the next sentence.
    ///
    /// @param states whether it states anything; of what states nothing only ids are read
    Bound bind(Sentence sentence, boolean states) throws ShoptraceException {
        if (sentence.span().field() != field || sentence.span().start() < start) {
            field = sentence.span().field();
            focus = List.of();
            named.clear();
            afterHeading = false;
        }
        start = sentence.span().start();
        List<Mention> mentions = explicit(sentence);
        if (mentions.isEmpty()) {
            mentions = ordinals(sentence);
        }
        List<Clauses.Clause> clauses = sentence.header().isEmpty()
                ? Clauses.of(sentence.text())
                : List.of(Clauses.whole(sentence.text()));
        if (states && sentence.words().plain().size() > 1) {
            mentions = inWords(sentence, clauses, mentions);
        }
        mentions = joined(mentions, sentence.text());
        List<Clauses.Clause> ofAnother = ofAnother(sentence, clauses, mentions);
        if (sentence.number() > 0 && mentions.size() == 1 && mentions.getFirst().ids().size() == 1) {
            if (sentence.number() == 1) {
                numbered = new HashMap<>();
            }
            numbered.put(sentence.number(), mentions.getFirst().ids());
        }
        List<Mention> spoken = mentions.stream().filter(mention -> !isAgainst(clauses, mention)).toList();
        List<String> about = about(sentence, spoken);
        mentions.forEach(mention -> named.addAll(mention.ids()));
        if (!spoken.isEmpty()) {
            focus = spoken.getLast().ids();
            if (spoken.getFirst().start() < spoken.getLast().start() && spoken.getLast().how() != Mention.How.ID) {
                focus = spoken.getFirst().ids();
            }
            afterHeading = sentence.isHeading() || sentence.isItem()
                    || (sentence.text().strip().length() < 160 && !sentence.text().contains(". "));
        } else if (isNewHeading(sentence) || (OTHERS.matcher(sentence.text()).find() && !sentence.isItem())) {
            focus = List.of();
        }
        return new Bound(mentions, about, new ArrayList<>(named), clauses, ofAnother);
    }

    private static boolean isAgainst(List<Clauses.Clause> clauses, Mention mention) {
        return clauses.stream().anyMatch(clause -> clause.against() && clause.holds(mention.start()));
    }

    private static boolean isIn(List<Mention> mentions, Clauses.Clause clause) {
        return mentions.stream().anyMatch(mention -> clause.holds(mention.start()) || clause.holds(mention.end() - 1));
    }

    /// Products that are named by words, in each clause that names none otherwise.
    private List<Mention> inWords(Sentence sentence, List<Clauses.Clause> clauses, List<Mention> known) throws ShoptraceException {
        List<Mention> mentions = new ArrayList<>(known);
        Set<String> several = new HashSet<>(named);
        several.addAll(shelf.recommended());
        for (Clauses.Clause clause : clauses) {
            if (!isIn(known, clause)) {
                Optional<Mention> mention = described(sentence, clause);
                if (mention.isEmpty() && clauses.size() > 1) {
                    mention = titles.find(sentence, known.isEmpty() ? focus : known.getFirst().ids(), several, clause);
                }
                mention.ifPresent(mentions::add);
            }
        }
        if (known.isEmpty() && mentions.stream().map(Mention::ids).distinct().count() < 2) {
            boolean looks = mentions.stream().anyMatch(mention -> mention.how() == Mention.How.PRONOUN);
            Optional<Mention> whole = looks ? Optional.empty() : titles.find(sentence, focus, several, Clauses.whole(sentence.text()));
            return whole.map(mention -> new ArrayList<>(List.of(mention))).orElseGet(() -> new ArrayList<>(mentions));
        }
        return mentions;
    }

    /// `The white one`, `the navy blue shirt`: the one of several that are named or recommended which has that colour.
    private Optional<Mention> described(Sentence sentence, Clauses.Clause clause) throws ShoptraceException {
        Set<String> several = new LinkedHashSet<>(named);
        several.addAll(shelf.recommended());
        if (several.size() < 2) {
            return Optional.empty();
        }
        for (Pattern looks : LOOKS) {
            Matcher matcher = looks.matcher(sentence.text()).region(clause.start(), clause.end());
            Optional<Mention> mention = matcher.lookingAt() ? described(matcher, several) : Optional.empty();
            if (mention.isPresent()) {
                return mention;
            }
        }
        return Optional.empty();
    }

    private Optional<Mention> described(Matcher matcher, Set<String> several) throws ShoptraceException {
        List<String> color = WordForms.forms(matcher.group(1));
        List<String> noun = WordForms.forms(matcher.group(2));
        List<String> fitting = new ArrayList<>();
        boolean all = Family.COLOR.usual().contains(color);
        for (String id : several) {
            all &= noun.equals(List.of("one")) || shelf.titleWords(id).containsAll(noun);
            if (shelf.item(id).map(item -> item.facts().stream()
                    .anyMatch(fact -> fact.key().family().equals(Optional.of(Family.COLOR))
                            && Values.fits(Optional.of(Family.COLOR), color, fact.value())))
                    .orElse(false)) {
                fitting.add(id);
            }
        }
        return all && fitting.size() == 1
                ? Optional.of(new Mention(fitting, matcher.start(1), matcher.end(2), Mention.How.PRONOUN))
                : Optional.empty();
    }

    private static List<Clauses.Clause> ofAnother(Sentence sentence, List<Clauses.Clause> clauses, List<Mention> mentions) {
        List<Clauses.Clause> ofAnother = new ArrayList<>();
        for (int at = 0; at < clauses.size() && (clauses.size() > 1 || !mentions.isEmpty()); at++) {
            if (!isIn(mentions, clauses.get(at)) && Clauses.isOfAnother(sentence.text(), clauses, at)) {
                ofAnother.add(clauses.get(at));
            }
        }
        return ofAnother;
    }

    /// A numbered heading that names nothing that is known: what follows is of the product before it no more.
    private static boolean isNewHeading(Sentence sentence) {
        String text = sentence.text().strip();
        return sentence.number() > 1 && sentence.span().quote().contains("**")
                && text.indexOf(':') == (text.endsWith(":") ? text.length() - 1 : -1);
    }

    private List<String> about(Sentence sentence, List<Mention> mentions) {
        Matcher plural = PLURAL.matcher(sentence.text());
        if (mentions.isEmpty() && plural.find()) {
            boolean they = plural.group().toLowerCase(Locale.ROOT).startsWith("the");
            List<String> all = they && !focus.isEmpty() ? focus : all(plural.group(1));
            if (!all.isEmpty()) {
                return all;
            }
        }
        if (!mentions.isEmpty()) {
            return mentions.getFirst().ids();
        }
        if (OTHERS.matcher(sentence.text()).find() && !sentence.isItem()) {
            return List.of();
        }
        boolean pronoun = PRONOUN.matcher(sentence.text()).find();
        if (!focus.isEmpty() && (pronoun || !sentence.isThought() || (afterHeading && sentence.isItem()))) {
            return focus;
        }
        if (sentence.isThought()) {
            return pronoun && shelf.observed().lastViewed().size() == 1 && focus.isEmpty() && named.isEmpty()
                    ? shelf.observed().lastViewed()
                    : List.of();
        }
        List<String> recommended = shelf.recommended();
        if (!recommended.isEmpty()) {
            return recommended.size() == 1 ? recommended : List.of();
        }
        return shelf.observed().lastViewed().size() == 1 ? shelf.observed().lastViewed() : List.of();
    }

    private List<String> all(@Nullable String count) {
        List<String> recommended = shelf.recommended();
        List<String> mentioned = new ArrayList<>(named);
        if (count == null) {
            return focus.size() > 1 ? focus : mentioned.size() > 1 ? mentioned : recommended.size() > 1 ? recommended : List.of();
        }
        int word = COUNTS.indexOf(count.toLowerCase(Locale.ROOT));
        int size = word >= 0 ? word + 2 : Character.isDigit(count.charAt(0)) ? Integer.parseInt(count) : 0;
        for (List<String> each : List.of(focus, mentioned, recommended)) {
            if (each.size() == size) {
                return each;
            }
        }
        return List.of();
    }

    private List<Mention> explicit(Sentence sentence) throws ShoptraceException {
        List<Mention> mentions = new ArrayList<>();
        String text = sentence.text();
        Matcher matcher = PRODUCT_ID.matcher(text);
        while (matcher.find()) {
            String id = matcher.group();
            boolean shown = shelf.shown(id).isPresent();
            boolean shop = shelf.isShop(id)
                    || (!shown && SHOP.matcher(text.substring(Math.max(0, matcher.start() - BACK), matcher.start())).find());
            if (!shop && (shown || shelf.inCatalog(id))) {
                mentions.add(new Mention(List.of(id), matcher.start(), matcher.end(), Mention.How.ID));
            }
        }
        return mentions;
    }

    private List<Mention> ordinals(Sentence sentence) {
        List<Mention> mentions = new ArrayList<>();
        Matcher matcher = ORDINAL.matcher(sentence.text());
        while (matcher.find()) {
            List<String> ids = ordinal(matcher.group(1), matcher.group(2));
            if (!ids.isEmpty()) {
                mentions.add(new Mention(ids, matcher.start(), matcher.end(), Mention.How.ORDINAL));
            }
        }
        return mentions;
    }

    private List<String> ordinal(@Nullable String word, @Nullable String digits) {
        List<List<String>> order = new ArrayList<>();
        if (!numbered.isEmpty()) {
            order.addAll(numbered.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toList());
        } else {
            List<String> ids = shelf.recommended().size() > 1
                    ? shelf.recommended()
                    : named.size() > 1 ? List.copyOf(named) : shelf.observed().lastFound();
            ids.forEach(id -> order.add(List.of(id)));
        }
        int at = digits != null
                ? Integer.parseInt(digits) - 1
                : word == null
                        ? -1
                        : word.equalsIgnoreCase("last") ? order.size() - 1 : ORDINALS.indexOf(word.toLowerCase(Locale.ROOT));
        return at >= 0 && at < order.size() ? order.get(at) : List.of();
    }

    /// Ids that only `and` and commas part are named together.
    private static List<Mention> joined(List<Mention> mentions, String text) {
        List<Mention> groups = new ArrayList<>();
        mentions.stream().sorted(Comparator.comparingInt(Mention::start)).forEach(mention -> {
            if (!groups.isEmpty() && mention.start() >= groups.getLast().end()
                    && JOINED.matcher(text.substring(groups.getLast().end(), mention.start())).matches()) {
                groups.set(groups.size() - 1, groups.getLast().with(mention));
            } else {
                groups.add(mention);
            }
        });
        return groups;
    }

    /// The products that a value at a place belongs to: those named nearest before it, else behind it, else what the sentence is about.
    ///
    /// @param at  the first character of the value
    /// @param end behind it
    static List<String> nearest(Bound bound, String text, int at, int end) {
        if (bound.ofAnother().stream().anyMatch(clause -> clause.holds(at))) {
            return List.of();
        }
        List<Clauses.Clause> against = bound.clauses().stream().filter(Clauses.Clause::against).toList();
        List<Mention> mentions = bound.mentions().stream()
                .filter(mention -> against.stream().noneMatch(clause -> clause.holds(mention.start()) && !clause.holds(at)))
                .toList();
        Optional<Mention> within = mentions.stream()
                .filter(mention -> mention.how() == Mention.How.PRONOUN && mention.start() <= at && at < mention.end())
                .findFirst();
        if (within.isPresent()) {
            return within.get().ids();
        }
        Optional<Mention> before = mentions.stream().filter(mention -> mention.end() <= at).reduce((_, last) -> last);
        Optional<Mention> behind = mentions.stream().filter(mention -> mention.start() >= end).findFirst();
        if (before.isEmpty() && behind.isPresent()
                && (isOfANameBefore(text, at, 0, behind.get().start()) || isInAnotherClause(bound.clauses(), at, behind.get().start()))) {
            return List.of();
        }
        if (before.isPresent() && before.get().how() != Mention.How.PRONOUN
                && isOfANameBefore(text, at, before.get().end(), behind.map(Mention::start).orElse(text.length()))) {
            return List.of();
        }
        if (behind.isPresent()) {
            String between = text.substring(end, behind.get().start());
            boolean belongs = between.length() < 40
                    && between.matches("(?i)\\s*(?:php|pesos?)?\\s*(?:is|was)?\\s*(?:for|by|of)\\b[^,;.]*|\\s*\\(\\s*(?:id)?[^,;)]*");
            if (belongs || before.isEmpty()) {
                return behind.get().ids();
            }
        }
        return before.map(Mention::ids).orElse(bound.focus());
    }

    private static boolean isInAnotherClause(List<Clauses.Clause> clauses, int at, int mention) {
        return clauses.stream().anyMatch(clause -> clause.holds(at) && !clause.holds(mention));
    }

    /// `The Sonic shirt (13.5 pesos) and ...`: what stands in parentheses is of the name before them, known or not.
    ///
    /// @param from  where the last name that is known ends; 0 for none
    /// @param until where the next begins
    private static boolean isOfANameBefore(String text, int at, int from, int until) {
        int open = text.lastIndexOf('(', at);
        int close = text.indexOf(')', at);
        return open > from && open > text.lastIndexOf(')', at) && close >= 0 && close < until
                && UNKNOWN.matcher(text.substring(from, open)).matches();
    }
}
