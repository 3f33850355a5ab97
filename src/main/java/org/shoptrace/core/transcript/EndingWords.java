package org.shoptrace.core.transcript;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Why a run or a model's turn ended, in a person's words. Files name it in a word of their harness, such as `user_stop` or `tool_use`; the
/// same reasons have many such words.
public final class EndingWords {
    private static final Map<String, String> KNOWN = known();

    private EndingWords() {}

    /// What follows "ended": ` by the user`; of a word that is not known the word itself, its parts apart, behind a colon.
    ///
    /// @param word the file's
    public static String after(String word) {
        String known = KNOWN.get(sign(word));
        return known != null ? " " + known : ": " + apart(word);
    }

    /// The meaning, and the file's word where that is another: `by the user (user_stop)`.
    public static String named(String word) {
        String known = KNOWN.get(sign(word));
        String meaning = known != null ? known : apart(word);
        return meaning.equals(word) ? word : meaning + " (" + word + ")";
    }

    /// Upper and lower case, and what stands between the parts of a word, differ from harness to harness.
    private static String sign(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    /// A name such as `maxCallsReached` or `MAX_CALLS` as words; a sentence stays.
    private static String apart(String word) {
        if (!word.matches("[\\p{L}\\p{Nd}_-]+") || !word.matches(".*\\p{L}.*")) {
            return word;
        }
        return word.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replaceAll("[_-]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        add(known, "by the user", "userstop", "userstopped", "userended", "userexit", "userquit");
        add(known, "by the agent", "agentstop", "agentstopped", "agentended", "agentfinish");
        add(known, "by itself", "stop", "endturn", "eos", "eosreached", "endofturn", "finishreasonstop");
        add(known, "at a stop word", "stopsequence");
        add(known, "to call a tool", "tooluse", "toolcall", "toolcalls", "functioncall", "functioncalls");
        add(known, "out of tokens", "length", "maxtokens", "maxoutputtokens", "modellength", "tokenlimit");
        add(known, "by a content filter", "contentfilter", "contentfiltered", "safety", "prohibitedcontent", "blocklist");
        add(known, "with a refusal", "refusal", "refused");
        add(known, "out of time", "timeout", "timedout", "timelimit", "maxtime", "agenttimeouterror");
        add(known, "at the limit of steps", "maxsteps", "maxstepsreached", "steplimit", "maxiterations");
        add(known, "at the limit of turns", "maxturns", "maxturnsreached", "turnlimit");
        add(known, "at the limit of messages", "maxmessages", "messagelimit");
        add(known, "after too many errors", "toomanyerrors", "maxerrors", "maxconsecutiveerrors");
        add(known, "in an error", "error", "errored", "exception", "crash", "crashed");
        add(known, "in an error of the agent", "agenterror");
        add(known, "in an error of the user", "usererror");
        add(known, "in an error of the environment", "infrastructureerror", "environmenterror", "enverror");
        add(known, "by a cancellation", "cancelled", "canceled", "abort", "aborted", "interrupted");
        add(known, "with a submission", "submitted", "submit", "exitsubmitted", "submission");
        add(known, "at the limit of cost", "costlimit", "exitcost", "maxcost", "budgetexceeded", "maxbudget");
        add(known, "at the end of the context", "contextwindowexceeded", "modelcontextwindowexceeded", "contextlimit", "exitcontext",
                "contextlengthexceeded");
        return Map.copyOf(known);
    }

    private static void add(Map<String, String> known, String meaning, String... signs) {
        List.of(signs).forEach(sign -> known.put(sign, meaning));
    }
}
