using System.Globalization;
using LogSerialAudit.Messages.Language;
using Sprache;

namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>The pieces of a zone file (RFC 1035 section 5.1), and what its words mean. How they make entries is <see cref="ZoneEntries"/>'s.</summary>
internal static class ZoneFileGrammar
{
    private static readonly Parser<string> Digits = LineInput.Run(char.IsAsciiDigit, "digits");

    private static readonly Parser<char> NotNewline = Parse.AnyChar.Where(sign => sign != '\n').Named("a character of the same line");

    private static readonly Parser<string> Escaped =
        from sign in Parse.Char('\\')
        from what in NotNewline
        select $"\\{what}";

    private static readonly Parser<ZonePieceKind> Blank =
        LineInput.Run(sign => sign is ' ' or '\t' or '\r' or '\f' or '\v', "a blank").Select(_ => ZonePieceKind.Blank);

    private static readonly Parser<ZonePieceKind> Comment =
        Parse.Char(';').Then(_ => LineInput.Run(sign => sign != '\n', "a comment").Optional()).Select(_ => ZonePieceKind.Blank);

    private static readonly Parser<ZonePieceKind> NewLine = Parse.Char('\n').Select(_ => ZonePieceKind.NewLine);

    private static readonly Parser<ZonePieceKind> Open = Parse.Char('(').Select(_ => ZonePieceKind.Open);

    private static readonly Parser<ZonePieceKind> Close = Parse.Char(')').Select(_ => ZonePieceKind.Close);

    private static readonly Parser<ZonePieceKind> Quoted =
        from open in Parse.Char('"')
        from text in LineInput.Run(sign => sign is not ('"' or '\\' or '\n'), "text").Or(Escaped).Many()
        from close in Parse.Char('"').Named("a closing quote on the same line")
        select ZonePieceKind.Quoted;

    private static readonly Parser<ZonePieceKind> Word =
        LineInput.Run(sign => sign is not (' ' or '\t' or '\r' or '\f' or '\v' or '\n' or ';' or '(' or ')' or '"' or '\\'), "a word").XOr(Escaped).XAtLeastOnce().Select(_ => ZonePieceKind.Word);

    /// <summary>The next piece of a zone file.</summary>
    internal static readonly Parser<ZonePieceKind> Piece =
        Blank.XOr(Comment).XOr(NewLine).XOr(Open).XOr(Close).XOr(Quoted).XOr(Word).Named("a word, a blank, a comment, a parenthesis or a line end");

    /// <summary>A number of at most 32 bits.</summary>
    internal static readonly Parser<uint> Number =
        Digits.Where(digits => uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _)).Named("a number up to 4294967295")
            .Select(digits => uint.Parse(digits, CultureInfo.InvariantCulture));

    private static readonly Parser<uint> Unit = Parse.IgnoreCase('s').Return(1u).Or(Parse.IgnoreCase('m').Return(60u)).Or(Parse.IgnoreCase('h').Return(3600u))
        .Or(Parse.IgnoreCase('d').Return(86_400u)).Or(Parse.IgnoreCase('w').Return(604_800u)).Named("a unit, one of w d h m s");

    private static readonly Parser<ulong> Part =
        from number in Number
        from unit in Unit
        select (ulong)number * unit;

    /// <summary>A time to live in seconds, or in units such as <c>1w2d3h</c> (BIND lib/dns/ttl.c).</summary>
    internal static readonly Parser<uint> Ttl = Number.End()
        .Or(Part.XAtLeastOnce().End().Select(parts => parts.Aggregate(0ul, (sum, part) => Math.Min(sum + part, ulong.MaxValue >> 8)))
            .Where(seconds => seconds <= uint.MaxValue).Select(seconds => (uint)seconds))
        .Named("seconds, or a time such as 1w2d3h, up to 4294967295 seconds");

    /// <summary>A class by its name, or <c>CLASS1</c> (RFC 3597 section 5).</summary>
    internal static readonly Parser<string> Class = new[] { "IN", "CH", "HS", "CS" }.Select(name => Parse.IgnoreCase(name).Text().End())
        .Aggregate((one, other) => one.Or(other)).Or(Parse.IgnoreCase("CLASS").Then(_ => Digits).End()).Named("a class");
}
