namespace PrivateDomain.ShopReport.Views;

/// <summary>The page's look: made for a phone, wider screens get more columns; light and dark.</summary>
internal static class Style
{
    public const string Sheet = """

        :root{--ground:#f5f4f1;--card:#fff;--ink:#1d2126;--quiet:#656d76;--line:#e3e1dc;--accent:#0d7d5f;--first:#9ccfbd;--warn:#b3541e;
        --c1:#0d7d5f;--c2:#3b6fb5;--c3:#8a5bb0;--c4:#b98512}
        @media (prefers-color-scheme:dark){:root{--ground:#14171a;--card:#1d2125;--ink:#e8eaec;--quiet:#9aa3ac;--line:#31373d;
        --accent:#46c39c;--first:#2d6655;--warn:#ef9a62;--c1:#46c39c;--c2:#78a9e8;--c3:#bd93df;--c4:#dfb04c}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC",
        "Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
        main{max-width:38rem;margin:0 auto;padding:1rem .75rem 3rem}
        h1{font-size:1.6rem;margin:.25rem 0 0;line-height:1.25}h2{font-size:1.15rem;margin:0 0 .4rem}
        h3{font-size:1rem;margin:0;flex:1;overflow-wrap:anywhere}
        p{margin:.3rem 0}.quiet{color:var(--quiet);font-size:.86rem}.lead{font-weight:600}
        section{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1rem;margin:.75rem 0}
        .tiles{display:grid;grid-template-columns:1fr 1fr;gap:1px;padding:0;overflow:hidden;background:var(--line)}
        .tile{background:var(--card);padding:.8rem 1rem;display:flex;flex-direction:column;min-width:0}
        .tile strong{font-size:1.3rem;line-height:1.3;overflow-wrap:anywhere}
        .pair{display:grid;grid-template-columns:1fr 1fr;gap:.5rem}
        .pair .tile{background:var(--ground);border-radius:10px;padding:.6rem .75rem}.pair .tile strong{font-size:1.1rem}
        .big{font-size:2.2rem;font-weight:700;line-height:1.2;color:var(--accent)}
        .note{border-left:3px solid var(--warn);padding:.1rem 0 .1rem .7rem;margin:.5rem 0;font-size:.92rem;overflow-wrap:anywhere}
        svg{display:block;width:100%;height:auto;margin:.4rem 0}
        svg text{font-size:11px;fill:var(--quiet)}svg text.strong{fill:var(--ink);font-weight:600}
        .grid{stroke:var(--line);stroke-width:1}rect.first,i.first{fill:var(--first);background:var(--first)}
        rect.repeat,i.repeat{fill:var(--accent);background:var(--accent)}
        .track{fill:var(--line)}.c1{fill:var(--c1)}.c2{fill:var(--c2)}.c3{fill:var(--c3)}.c4{fill:var(--c4)}
        .curve{fill:none;stroke:var(--accent);stroke-width:2.5;stroke-linejoin:round}.area{fill:var(--accent);opacity:.12}
        .cost{stroke:var(--warn);stroke-width:1.5;stroke-dasharray:5 4}.mark{stroke:var(--ink);stroke-width:1;stroke-dasharray:2 3}
        .dot{fill:var(--accent);stroke:var(--card);stroke-width:2}
        .s1,.s2,.s3,.s4{fill:var(--accent)}.s1{opacity:.4}.s2{opacity:.6}.s3{opacity:.8}.yes{fill:var(--accent);background:var(--accent)}
        .later{fill:var(--c4);background:var(--c4)}.no{fill:var(--warn);background:var(--warn)}
        .unsaid{fill:var(--quiet);background:var(--quiet)}
        .spent{stroke:var(--warn)}.gap{fill:var(--quiet);opacity:.12}.names{list-style:none;padding:0}
        .names li{padding:.35rem 0;border-top:1px solid var(--line)}.names li:first-child{border-top:0}.names .quiet{margin-left:.5rem}
        h3{margin-top:.8rem}.head h3{margin:0}
        .legend{display:flex;align-items:center;gap:.4rem;font-size:.86rem}.legend i{width:.8rem;height:.8rem;border-radius:3px}
        .legend span{margin-right:.8rem}
        article{border-top:1px solid var(--line);padding:.8rem 0 .5rem}article:first-of-type{border-top:0}
        .head{display:flex;align-items:center;gap:.6rem}.head strong{font-size:1.15rem;min-width:2.6rem;text-align:right}
        .grade{font-size:.78rem;font-weight:600;border-radius:99px;padding:.05rem .6rem;white-space:nowrap;border:1px solid currentColor}
        .good{color:var(--accent)}.fair{color:var(--c2)}.poor{color:var(--c4)}.bad{color:var(--warn)}
        ul{margin:.3rem 0;padding-left:1.1rem;font-size:.88rem}li{overflow-wrap:anywhere}
        .scroll{overflow-x:auto;margin:.5rem -1rem 0;padding:0 1rem}table{border-collapse:collapse;width:100%;font-size:.88rem}
        th,td{padding:.4rem .5rem;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
        .wide th,.wide td{white-space:nowrap}.wide td:first-child{font-weight:600}th{color:var(--quiet);font-weight:500}
        th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
        .number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        details{margin-top:.4rem}summary{cursor:pointer;color:var(--quiet);font-size:.88rem}
        @media (min-width:44rem){.tiles{grid-template-columns:repeat(4,1fr)}main{padding:2rem 1rem 4rem}}
        @media print{section{break-inside:avoid}body{background:#fff}}

        """;

    public static string ClassOf(GradeTone tone) => tone switch
    {
        GradeTone.Good => "good",
        GradeTone.Fair => "fair",
        GradeTone.Poor => "poor",
        _ => "bad",
    };
}
