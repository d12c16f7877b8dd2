namespace LogSerialAudit.Reports.Markup;

/// <summary>
/// What stands around the content of a page: one file that needs no other, no network and no script. The policy in its head forbids
/// all of that, should a text from a log ever come to be markup.
/// </summary>
internal static class HtmlFrame
{
    /// <summary>All before the content.</summary>
    public static string Begin(string title) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="referrer" content="no-referrer"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{HtmlText.Of(title)}</title>
        <style>
        {Style}</style>
        </head>
        <body>
        <h1>{HtmlText.Of(title)}</h1>

        """;

    /// <summary>All behind it.</summary>
    public const string End = "</body>\n</html>\n";

    private const string Style = """
        :root { --ink: #1b1f24; --dim: #59636e; --paper: #fff; --line: #d1d9e0; --bad: #b3261e; --warn: #7d4e00; --a: #0b57a4; --b: #8250df; --c: #1a7f37; --d: #953800; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --dim: #9aa4af; --paper: #0d1117; --line: #30363d; --bad: #ff8078; --warn: #e3b341; --a: #6cb6ff; --b: #c297ff; --c: #57d07a; --d: #ffa657; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 64rem; padding: 1rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
        h1 { font-size: 1.5rem; margin: .5rem 0 1rem; }
        h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); }
        h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; overflow-wrap: anywhere; }
        p { margin: .35rem 0; max-width: 52rem; overflow-wrap: anywhere; }
        .warn { color: var(--warn); }
        .warn::before { content: "! "; font-weight: 700; }
        .item::before { content: "\2022\00a0"; color: var(--dim); }
        .line { white-space: pre-wrap; font-variant-numeric: tabular-nums; }
        .in { margin-left: 1.2rem; }
        .k { color: var(--dim); font-weight: 600; }
        .bad { color: var(--bad); font-weight: 600; }
        .row { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: .1rem 0 .1rem 1.2rem; font-variant-numeric: tabular-nums; }
        .row span { overflow-wrap: anywhere; min-width: 0; }
        .row .k, .row .bad { min-width: 5rem; }
        .row .k + .k, .row .k + .bad { min-width: 9rem; }
        .scroll { overflow-x: auto; margin: .5rem 0; }
        table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
        th, td { text-align: left; vertical-align: top; padding: .2rem .6rem; border: 1px solid var(--line); }
        td { max-width: 40rem; overflow-wrap: anywhere; }
        th { color: var(--dim); position: sticky; top: 0; background: var(--paper); }
        td.n { text-align: right; }
        figure { margin: .6rem 0 1rem; }
        figcaption { color: var(--dim); font-size: 13px; }
        svg { width: 100%; height: auto; max-width: 56rem; display: block; }
        svg text { fill: var(--dim); font: 11px system-ui, sans-serif; }
        svg .axis { stroke: var(--line); stroke-width: 1; fill: none; }
        svg .held { fill: none; stroke-width: 2; }
        svg .offered { stroke: var(--bad); stroke-width: 3; fill: none; stroke-linecap: round; }
        svg .span { fill: var(--bad); opacity: .1; }
        svg .h0 { stroke: var(--a); } svg .h1 { stroke: var(--b); } svg .h2 { stroke: var(--c); } svg .h3 { stroke: var(--d); }
        .h0 { color: var(--a); } .h1 { color: var(--b); } .h2 { color: var(--c); } .h3 { color: var(--d); }
        @media print { body { max-width: none; font-size: 11px; } h2, h3, figure { break-after: avoid; } th { position: static; } }

        """;
}
