package org.shoptrace.core.export;

/// How a run's page looks, on light and dark screens and on paper.
final class RunPageStyle {
    static final String CSS = """
            :root{color-scheme:light dark;--ink:#1f2328;--muted:#59636e;--line:#d1d9e0;--paper:#fff;--soft:#f6f8fa;--think:#f3effa;--thinkline:#8250df;
              --good:#116329;--goodsoft:#dafbe1;--bad:#a40e26;--badsoft:#ffebe9;--warn:#7a3e00;--warnsoft:#fff8e5;--link:#0550ae}
            @media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--muted:#9aa4af;--line:#3d444d;--paper:#0d1117;--soft:#161b22;--think:#1c1730;--thinkline:#a98ff0;
              --good:#6fdd8b;--goodsoft:#12261e;--bad:#ff938a;--badsoft:#2d1517;--warn:#f0c38a;--warnsoft:#2a210f;--link:#79b8ff}}
            *{box-sizing:border-box} body{margin:0 auto;max-width:1180px;padding:28px 24px 80px;background:var(--paper);color:var(--ink);font:15px/1.55 system-ui,sans-serif}
            h1{font-size:22px;line-height:1.35;margin:2px 0 12px;unicode-bidi:isolate;overflow-wrap:anywhere} h2{font-size:18px;margin:34px 0 10px;padding-top:10px;border-top:1px solid var(--line)}
            h3{font-size:15px;margin:18px 0 8px} p{margin:6px 0} a{color:var(--link)} .kicker,.muted{color:var(--muted)} .kicker{font-size:13px;margin:0}
            .chips{display:flex;flex-wrap:wrap;gap:8px;align-items:center} .chip{border:1px solid var(--line);border-radius:999px;padding:1px 10px;font-size:13px;background:var(--soft);overflow-wrap:anywhere}
            .chip.model{font-weight:600} .chip.good,.met{color:var(--good)} .chip.good{background:var(--goodsoft)} .chip.bad,.missed{color:var(--bad)} .chip.bad{background:var(--badsoft)}
            .chip.label{border-color:var(--thinkline)}
            .notice{color:var(--warn);background:var(--warnsoft);border-left:4px solid var(--warn);padding:8px 12px;margin:14px 0;border-radius:4px}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:3px 18px;margin:14px 0;padding:12px 16px;background:var(--soft);border:1px solid var(--line);border-radius:8px;font-size:13px}
            dt{color:var(--muted)} dd{margin:0;overflow-wrap:anywhere;unicode-bidi:isolate}
            nav{display:flex;flex-wrap:wrap;gap:5px;position:sticky;top:0;background:var(--paper);padding:8px 0;z-index:1}
            nav a{min-width:30px;text-align:center;border:1px solid var(--line);border-radius:6px;padding:2px 6px;text-decoration:none;font-size:13px;background:var(--soft)}
            .scroll{overflow-x:auto} table{border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums;width:100%}
            th,td{padding:6px 10px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;unicode-bidi:isolate} th{background:var(--soft);font-weight:600}
            td{overflow-wrap:anywhere;max-width:44ch} tr.target{background:var(--goodsoft)} tr.chosen{outline:2px solid var(--link);outline-offset:-2px} td.mark{min-width:9ch}
            .expected{display:block;font-weight:400;color:var(--muted)} .actual{color:var(--ink)} .miss{display:block;color:var(--warn)}
            article{border:1px solid var(--line);border-radius:10px;margin:18px 0;padding:4px 18px 16px;scroll-margin-top:56px} article:target,.call:target{outline:2px solid var(--link)}
            article>h3{font-size:14px;color:var(--muted)} .prose{white-space:pre-wrap;overflow-wrap:anywhere;margin:8px 0;unicode-bidi:isolate}
            .think{background:var(--think);border-left:3px solid var(--thinkline);border-radius:4px;padding:8px 12px} .response{background:var(--goodsoft);border-radius:6px;padding:8px 12px}
            .user{border-left:3px solid var(--line);padding:4px 12px} .answer{font-family:ui-monospace,monospace;font-size:12.5px} .kind{font-size:12px;color:var(--muted);margin:10px 0 0}
            .call{border:1px solid var(--line);border-radius:8px;margin:12px 0;padding:10px 14px;background:var(--soft);scroll-margin-top:56px} .call>p:first-child{margin:0 0 6px}
            mark{background:var(--warnsoft);color:var(--ink);text-decoration:underline} code{font-family:ui-monospace,monospace;font-size:13px;overflow-wrap:anywhere} .trouble{color:var(--bad)}
            .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(205px,1fr));gap:10px;margin:10px 0 2px} .card{border:1px solid var(--line);border-radius:8px;padding:9px 11px;background:var(--paper);font-size:13px;overflow-wrap:anywhere}
            .card.target{border-color:var(--good);border-width:2px} .card p{margin:2px 0;unicode-bidi:isolate} .card .title{font-weight:600;line-height:1.35} .card .price{font-variant-numeric:tabular-nums}
            details summary{cursor:pointer} details.prose>div{margin-top:8px} .annotation{border:1px solid var(--line);border-left:4px solid var(--thinkline);border-radius:6px;padding:8px 14px;margin:10px 0}
            blockquote{margin:6px 0;padding:2px 12px;border-left:3px solid var(--line);color:var(--muted);white-space:pre-wrap;overflow-wrap:anywhere} footer{margin-top:50px;color:var(--muted);font-size:12px}
            .picture img{max-width:100%;max-height:70vh;border:1px solid var(--line);border-radius:6px}
            @media print{body{max-width:none;padding:0} nav{display:none} article{break-inside:avoid-page}}
            """;

    private RunPageStyle() {}
}
