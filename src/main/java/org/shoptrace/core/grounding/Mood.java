package org.shoptrace.core.grounding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a sentence states something of what is, up to a place in it: questions, conditions, plans and what somebody wants state nothing.
final class Mood {
    private static final Pattern CONDITION = Pattern.compile(
            "(?i)^\\W*(?:(?:but|and|so|or|then|now|okay|ok|hmm|wait|maybe|perhaps|next)\\W+)*(?:if|unless|suppose|supposing"
                    + "|assuming|should (?:you|it|the)|in case"
                    + "|whether|let me|let's|let us|i(?:'ll| will| should| need| must| want| can| could| might| would)|we (?:need"
                    + "|should|could|can|must)"
                    + "|need to|the next step|next,|first,|then,|search|look|find|try|check|view|verify|does|do|did|can|could"
                    + "|would|is there"
                    + "|are there|what|which one|how|why|please|make sure)\\b");
    private static final Pattern WISH = Pattern.compile(
            "(?i)\\b(?:wants?|wanted|wish(?:es|ed)?|desires?d?|needs?|needed|require[sd]?|requiring|requirements?|requests?"
                    + "|requested|requesting"
                    + "|looking for|look for|searching|search(?:ed)?|seeking|seeks?|asks?|asked|asking|should|would|could|might"
                    + "|may|must|if"
                    + "|whether|unless|assum\\w+|suppos\\w+|prefer\\w*|ideally|hopefully|let me|let's|trying|to find|find (?:a|an"
                    + "|some|the|one|products?|items?)"
                    + "|to see|to check|to verify|verify|ensure|make sure|user|customer|query|criteria|criterion|constraints?"
                    + "|specif(?:y|ies|ied)"
                    + "|perhaps|maybe|possibly|probably|seems?|seemed|appears?|likely|unclear|unsure|not sure|not clear|not know|guess"
                    + "|expect\\w*|hop(?:e|ing)|want to|filter(?:ed|ing)? (?:by|for|with)|query|keywords?|q|unlike|instead of"
                    + "|rather than"
                    + "|similar to|other than|except|exclud\\w+|sort(?:ed)? by|another|others?|e\\.g|for example|such as|like a)\\b");
    /// Words that name the user's wish beside what is stated, and make it no wish.
    private static final Pattern ASIDE = Pattern.compile(
            "(?i)\\b(?:(?:that|which|what|as)\\s+)?(?:you(?:'re| are| were| have|'ve)?\\s+(?:requested|asked for|asked|wanted"
                    + "|want|need|needed|looking for"
                    + "|searching for|specified|required)|the (?:user|customer) (?:requested|asked for|wanted|wants|needs"
                    + "|specified|requires))\\b(?=\\s*(?:[,.:;()]|is|are"
                    + "|has|have|costs?|comes?|was|and|at|in|from|with|for|can))"
                    + "|\\b(?:all|both|every|each)?(?:\\s+of)?\\s*(?:the|your|my|their|user's|customer's|these|this|its"
                    + "|all)?\\s*(?:user's |customer's |specified |stated )?"
                    + "(?:requirements?|criteria|criterion|constraints?|requests?|needs?|query|specifications?|preferences?"
                    + "|wishes)\\b(?=\\s*(?:[,.:;()!–-]|as|is|are|and|with|for|because|since|at|of being))"
                    + "|\\b(?:as|per|based on|according to)\\s+(?:per\\s+)?(?:the\\s+|your\\s+)?(?:user|customer|request|query"
                    + "|requirement)(?:'s)?(?:\\s+(?:request|requirement|query|specification|need)s?)?"
                    + "|\\brequested\\s+(?=\\w)|\\brequired\\s+(?=\\w+)|\\bdesired\\s+(?=\\w)");
    private static final Pattern CLAUSE = Pattern.compile(
            "(?i);|[,–—]\\s*(?:but|and|so|while|whereas|however|yet|therefore|thus|then)\\b|\\.\\s|:\\s(?=.)|\\bso\\b(?! that)"
                    + "|\\bbut\\b|\\bbecause\\b|\\bsince\\b"
                    + "|\\bhowever\\b");
    private static final Pattern WISH_OF_OTHERS = Pattern.compile(
            "(?i)\\b(?:the )?(?:user|customer|query|task|request|requirements?|you)(?:'s)?\\s+(?:\\w+\\s+){0,2}?(?:wants?|wanted"
                    + "|needs?|needed|requires?"
                    + "|asks?|asked|is looking|are looking|were looking|specif\\w+|mentions?|mentioned|says|said|states?"
                    + "|requests?|requested|prefers?|is|are)\\b");
    private static final Pattern DOUBT = Pattern.compile(
            "(?i)\\b(?:if|whether|unless|would|could|might|should|must|may|suppose|assuming|perhaps|maybe|possibly|probably"
                    + "|hopefully|ideally)\\b");

    private static final Pattern IF = Pattern.compile("(?i)\\b(?:if|whether|unless|suppose|supposing|assuming)\\b");
    private static final Pattern FINDING = Pattern
            .compile("(?i)^\\W*(?:i can (?:confirm|see|recommend)|do not|first, |next, |then, |i would recommend|i(?:'d| would) "
                    + "suggest)");

    /// `Some of them come in red` says it of no product that could be named.
    private static final Pattern OF_OTHERS = Pattern
            .compile("(?i)^\\W*(?:(?:and|but|while|although|though)\\s+)?(?:some|others|most|many|several|a few)\\s+"
                    + "(?:of (?:them|these|those|the)|come|are|have|were|had)\\b");

    private Mood() {}

    /// Whether the sentence as a whole asks, sets a condition, or plans.
    static boolean statesNothing(Sentence sentence) {
        String text = sentence.text().strip();
        return sentence.wished() || text.endsWith("?") || (CONDITION.matcher(text).find() && !isFinding(text));
    }

    private static boolean isFinding(String text) {
        Matcher matcher = FINDING.matcher(text);
        return matcher.find() || (text.length() < 14 && text.endsWith(":"));
    }

    /// Whether what stands at a place is stated as a fact: no doubt stands before it in its sentence, no wish in its clause.
    static boolean states(Sentence sentence, int at) {
        String before = sentence.text().substring(0, Math.min(at, sentence.text().length()));
        if (IF.matcher(before).find()) {
            return false;
        }
        int from = 0;
        Matcher clause = CLAUSE.matcher(before);
        while (clause.find()) {
            from = clause.end();
        }
        String own = before.substring(from);
        if (OF_OTHERS.matcher(own).find()) {
            return false;
        }
        String masked = ASIDE.matcher(own).replaceAll(" ");
        if (sentence.isThought()) {
            String head = ASIDE.matcher(before).replaceAll(" ");
            return !WISH.matcher(masked).find() && !WISH_OF_OTHERS.matcher(head).find();
        }
        return !WISH.matcher(masked).find() && !DOUBT.matcher(masked).find();
    }
}
