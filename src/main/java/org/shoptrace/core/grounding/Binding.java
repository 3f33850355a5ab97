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
    record Bound(List<Mention> mentions, List<String> focus, List<String> named) {
        Bound {
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
        if (mentions.isEmpty() && states && sentence.words().plain().size() > 1) {
            Set<String> known = new HashSet<>(named);
            known.addAll(shelf.recommended());
            titles.find(sentence, focus, known).ifPresent(mentions::add);
        }
        mentions = joined(mentions, sentence.text());
        if (sentence.number() > 0 && mentions.size() == 1 && mentions.getFirst().ids().size() == 1) {
            if (sentence.number() == 1) {
                numbered = new HashMap<>();
            }
            numbered.put(sentence.number(), mentions.getFirst().ids());
        }
        List<String> about = about(sentence, mentions);
        mentions.forEach(mention -> named.addAll(mention.ids()));
        if (!mentions.isEmpty()) {
            focus = mentions.getLast().ids();
            if (mentions.getFirst().start() < mentions.getLast().start() && mentions.getLast().how() != Mention.How.ID) {
                focus = mentions.getFirst().ids();
            }
            afterHeading = sentence.isHeading() || sentence.isItem()
                    || (sentence.text().strip().length() < 160 && !sentence.text().contains(". "));
        } else if (isNewHeading(sentence) || (OTHERS.matcher(sentence.text()).find() && !sentence.isItem())) {
            focus = List.of();
        }
        return new Bound(mentions, about, new ArrayList<>(named));
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
        Optional<Mention> before = bound.mentions().stream().filter(mention -> mention.end() <= at).reduce((_, last) -> last);
        Optional<Mention> behind = bound.mentions().stream().filter(mention -> mention.start() >= end).findFirst();
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
}
