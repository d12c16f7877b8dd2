using LogSerialAudit.Messages.Language;
using Sprache;

namespace LogSerialAudit.Evidence.Soa;

/// <summary>Lines around the records of an answer that tell of server and time (bind9 bin/dig, ldns drill, Knot kdig).</summary>
internal static class AnswerLines
{
    /// <summary>What <c>host</c> prints before the name and address of the server it was told to ask.</summary>
    internal const string DomainServer = "Using domain server:";

    private static readonly string[] Headers = [";; ->>HEADER<<-", "- type: MESSAGE"];

    private static readonly string[] Beginnings = [";; ", "Nameserver ", "Name:", "Address:", "Received ", "response_", "- type:", DomainServer];

    private static readonly Parser<string> Word = LineInput.Run(sign => sign is not (' ' or '\t' or '(' or ')' or '"'), "a server");

    private static readonly Parser<char> Blanks = TimeGrammar.Blank.Optional().Return(' ');

    private static Parser<string> After(string text) => Parse.String(text).Then(_ => Blanks).Return(text);

    /// <summary><c>;; SERVER: 192.0.2.1#53(ns1.example.org) (UDP)</c>; <c>;; From 192.0.2.1@53(UDP) in 0.2 ms</c>; <c>Received 81 bytes from 192.0.2.1#53 in 0 ms</c>.</summary>
    internal static readonly Parser<(string Server, string ServerToo)> ServerAfter =
        (from words in After(";; SERVER:") from server in Word from name in InParentheses.Optional() select (server, name.GetOrElse("")))
        .Or(from words in After(";; From").Or(After("Received").Then(_ => Parse.Digit.AtLeastOnce()).Then(_ => After(" bytes from")))
            from server in Word
            select (server, ""));

    /// <summary><c>Nameserver 192.0.2.1:</c> of <c>host -C</c>, by name or address.</summary>
    internal static readonly Parser<string> Nameserver =
        After("Nameserver").Then(_ => Word).Where(server => server.EndsWith(':')).End().Select(server => server[..^1]);

    /// <summary><c>Name: ns1.example.org</c> and <c>Address: 192.0.2.1#53</c>, after <see cref="DomainServer"/>.</summary>
    internal static readonly Parser<string> DomainServerLine = After("Name:").Or(After("Address:")).Then(_ => Word);

    /// <summary><c>response_address: "192.0.2.1"</c> of <c>+yaml</c>.</summary>
    internal static readonly Parser<string> ResponseAddress = After("response_address:").Then(_ => Parse.Char('"')).Then(_ => Word);

    /// <summary><c>;; flags: qr aa rd; QUERY: 1</c>: whether <c>aa</c> is one of them.</summary>
    internal static readonly Parser<bool> Flags =
        from words in After(";; flags:").Or(After(";; Flags:"))
        from flags in LineInput.Run(sign => sign != ';', "flags")
        select flags.Split(' ').Contains("aa");

    /// <summary><c>;; WHEN: Sat Nov 28 02:03:42 UTC 2026</c>; <c>;; Time 2026-11-28 02:03:43 UTC</c>; <c>response_time: !!timestamp 2026-11-28T02:03:42.929Z</c>.</summary>
    internal static readonly Parser<string> When = After(";; WHEN:").Or(After(";; Time")).Or(After("response_time: !!timestamp"));

    /// <summary>Whether a line begins an answer.</summary>
    internal static bool IsHeader(string line) => Array.Exists(Headers, header => line.StartsWith(header, StringComparison.Ordinal));

    /// <summary>Whether a line may be one of these: cheap, since most are not.</summary>
    internal static bool MayBegin(string line) => Array.Exists(Beginnings, beginning => line.StartsWith(beginning, StringComparison.Ordinal));

    private static Parser<string> InParentheses =>
        from open in Parse.Char('(')
        from name in LineInput.Run(sign => sign is not (' ' or ')'), "a name")
        from close in Parse.Char(')')
        select name;
}
