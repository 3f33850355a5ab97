package org.shoptrace.core.grounding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as words in the form in which they are compared, each with its place: lower case, without accents and hyphens, singular, numbers
/// in one spelling, units apart from their number and in one spelling. `Cotton-Blend`, `cotton blend` are the same; so are `12GB` and
/// `12 gb`, `eu:40` and `EU 40`, `XXL` and `2XL`, `10 to 10.9 inches` and `10-10.9"`.
final class WordForms {
    private static final Pattern TOKEN = Pattern.compile(
            "\\p{Nd}{1,3}(?:,\\p{Nd}{3})+(?:\\.\\p{Nd}+)?(?!\\p{Nd})|\\p{Nd}+(?:\\.\\p{Nd}+)?|[\\p{L}\\p{M}]+(?:['’]\\p{L}+)?|\\S");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Map<String, String> SAME = Forms.SAME;

    /// One word, number or sign.
    ///
    /// @param form  how it is compared
    /// @param start its first character in the text
    /// @param end   behind its last character
    record Word(String form, int start, int end) {
        boolean isNumber() {
            return Character.isDigit(form.charAt(0));
        }

        boolean isSign() {
            return !Character.isLetterOrDigit(form.codePointAt(0));
        }
    }

    private final List<Word> all;
    private final List<Word> plain;
    private final List<String> forms;

    private WordForms(List<Word> all) {
        this.all = List.copyOf(all);
        this.plain = plain(this.all);
        this.forms = plain.stream().map(Word::form).toList();
    }

    static WordForms of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String form = form(matcher.group());
            Word last = words.isEmpty() ? null : words.getLast();
            if (last != null && last.isNumber()) {
                if (form.equals("xl")) {
                    words.set(words.size() - 1, new Word(last.form().equals("1") ? "xl" : last.form() + "xl", last.start(), matcher.end()));
                    continue;
                }
                form = unit(words, form, matcher.start());
            } else if (form.equals("large") && isExtra(words)) {
                int start = words.getLast().isSign() ? words.get(words.size() - 2).start() : last == null ? 0 : last.start();
                while (!words.isEmpty() && words.getLast().start() >= start) {
                    words.removeLast();
                }
                words.add(new Word("xl", start, matcher.end()));
                continue;
            }
            words.add(new Word(form, matcher.start(), matcher.end()));
        }
        return new WordForms(words);
    }

    /// Whether `extra` or `extra-` was read last.
    private static boolean isExtra(List<Word> words) {
        int last = words.size() - 1;
        return (last >= 0 && words.get(last).form().equals("extra"))
                || (last > 0 && words.get(last).form().equals("-") && words.get(last - 1).form().equals("extra"));
    }

    /// A unit, if what stands behind the last number is one. `in` and `y` are other words unless they touch it, and a quote that opened
    /// before the number closes behind it.
    private static String unit(List<Word> words, String form, int start) {
        Word number = words.getLast();
        boolean touches = number.end() == start;
        boolean closes = words.size() > 1 && words.get(words.size() - 2).form().equals("\"");
        if ((!touches && (form.equals("in") || form.equals("y"))) || (form.equals("\"") && (closes || !touches))) {
            return form;
        }
        return Forms.UNITS.getOrDefault(form, form);
    }

    /// The forms of a text.
    static List<String> forms(String text) {
        return of(text).forms;
    }

    /// Every word and sign.
    List<Word> all() {
        return all;
    }

    /// The words and numbers alone, without what joins the two ends of a range.
    List<Word> plain() {
        return plain;
    }

    /// The forms of [#plain()].
    List<String> forms() {
        return forms;
    }

    /// Where among the plain words `phrase` begins, from `from` on; -1 when it is not there.
    int find(List<String> phrase, int from) {
        return find(forms, phrase, from);
    }

    /// Whether one list of forms stands in the other as a piece.
    static boolean contains(List<String> forms, List<String> phrase) {
        return find(forms, phrase, 0) >= 0;
    }

    private static int find(List<String> forms, List<String> phrase, int from) {
        if (phrase.isEmpty()) {
            return -1;
        }
        String first = phrase.getFirst();
        int last = forms.size() - phrase.size();
        for (int at = from; at <= last; at++) {
            if (forms.get(at).equals(first) && forms.subList(at, at + phrase.size()).equals(phrase)) {
                return at;
            }
        }
        return -1;
    }

    /// The place among the plain words of the first that begins at or behind a character.
    int indexAt(int character) {
        for (int at = 0; at < plain.size(); at++) {
            if (plain.get(at).start() >= character) {
                return at;
            }
        }
        return plain.size();
    }

    private static List<Word> plain(List<Word> all) {
        List<Word> plain = new ArrayList<>(all.size());
        for (int at = 0; at < all.size(); at++) {
            Word word = all.get(at);
            boolean joins = (word.form().equals("to") || word.form().equals("and"))
                    && !plain.isEmpty() && plain.getLast().isNumber() && at + 1 < all.size() && all.get(at + 1).isNumber();
            if (!word.isSign() && !joins) {
                plain.add(word);
            }
        }
        return plain;
    }

    private static String form(String written) {
        String token = isAscii(written) ? written : plain(written);
        char first = token.charAt(0);
        if (Character.isDigit(first)) {
            return number(token);
        }
        if (!Character.isLetter(token.codePointAt(0))) {
            return token;
        }
        String form = token.toLowerCase(Locale.ROOT).replace('’', '\'');
        if (!isAscii(form)) {
            form = MARKS.matcher(Normalizer.normalize(form, Normalizer.Form.NFD)).replaceAll("");
        }
        if (form.endsWith("'s")) {
            form = form.substring(0, form.length() - 2);
        }
        String same = SAME.get(form);
        if (same != null) {
            return same;
        }
        String singular = singular(form);
        return SAME.getOrDefault(singular, singular);
    }

    /// Wide letters, ligatures, units in one character and digits of every script as those that everybody writes.
    private static String plain(String token) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(token, Normalizer.Form.NFKC).codePoints().forEach(each -> {
            if (Character.isDigit(each)) {
                plain.append(Character.digit(each, 10));
            } else {
                plain.appendCodePoint(each);
            }
        });
        return plain.toString();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }

    private static String number(String token) {
        String plain = token.replace(",", "");
        if (plain.indexOf('.') < 0) {
            return plain;
        }
        int end = plain.length();
        while (plain.charAt(end - 1) == '0') {
            end--;
        }
        return plain.substring(0, plain.charAt(end - 1) == '.' ? end - 1 : end);
    }

    private static String singular(String form) {
        int length = form.length();
        if (length < 4 || form.charAt(length - 1) != 's' || form.endsWith("ss") || form.endsWith("us") || form.endsWith("is")) {
            return form;
        }
        if (form.endsWith("ies") && length > 4) {
            return form.substring(0, length - 3) + "y";
        }
        if (form.endsWith("sses") || form.endsWith("shes") || form.endsWith("ches") || form.endsWith("xes")) {
            return form.substring(0, length - 2);
        }
        return form.substring(0, length - 1);
    }
}
