using Sprache;

namespace LogSerialAudit.Messages.Language;

/// <summary>
/// The grammar of one catalogue line. X-forms (<c>XMany</c>, <c>XOr</c>) are used where an error within an item must be
/// reported there, not at the item's beginning.
/// </summary>
internal static class CatalogueGrammar
{
    private const string Special = @"{}[]|\";

    private static readonly Parser<int> Place = input => Result.Success(input.Position, input);

    private static readonly Parser<string> Blanks = LineInput.Run(c => c is ' ' or '\t', "a blank");

    private static readonly Parser<string> Name = LineInput.Run(IsOfName, "a name");

    // Blanks at the end of a line are not seen, so one that counts is written \s.
    private static readonly Parser<string> Escape =
        from slash in LineInput.One('\\')
        from letter in Parse.Char(c => c == 's' || Special.Contains(c), @"one of { } [ ] | \ s")
        select letter == 's' ? " " : letter.ToString();

    private static readonly Parser<string> Text = LineInput.WholeRun(
        c => !Special.Contains(c),
        unlessBefore: '\\',
        from runs in Escape.XOr(LineInput.Run(c => !Special.Contains(c), "text")).XAtLeastOnce().Named("text")
        select string.Concat(runs));

    private static readonly Parser<PatternPart> Literal = Sequence.At(Text, PatternPart (at, text) => new PatternPart.Literal(at, text));

    private static readonly Parser<string> Alternative = Text.XOr(Parse.Return(string.Empty));

    private static readonly Parser<char> CloseBrace = LineInput.One('}');

    private static readonly Parser<PatternPart> Choice = Sequence.Of(
        Alternative,
        Sequence.Of(LineInput.One('|'), Alternative, (bar, text) => text).XAtLeastOnce(),
        CloseBrace,
        PatternPart (first, others, close) => new PatternPart.Choice(0, [first, .. others]));

    private static readonly Parser<PatternPart> Macro = Sequence.Of(
        LineInput.One('='), Name, CloseBrace, PatternPart (sign, name, close) => new PatternPart.Macro(0, name));

    private static readonly Parser<string> TypeAndEnd = Sequence.Of(
        LineInput.One(':'), LineInput.Run(IsOfName, "a type"), CloseBrace, (colon, type, close) => type);

    private static readonly Parser<string> End = Sequence.At(LineInput.One('}', ": and a type, | or }"), (at, close) => string.Empty);

    private static readonly Parser<string> TypeOrEnd = input => !input.AtEnd && input.Current == ':' ? TypeAndEnd(input) : End(input);

    private static readonly Parser<PatternPart> NamedCapture = Sequence.Of(
        Name, TypeOrEnd, PatternPart (name, type) => new PatternPart.Capture(0, name, type));

    private static readonly Parser<PatternPart> Capture =
        Sequence.At(TypeAndEnd, PatternPart (at, type) => new PatternPart.Capture(0, string.Empty, type)).XOr(NamedCapture);

    private static readonly Parser<PatternPart> AnyInBraces = Macro.XOr(Capture);

    // Nearly every brace opens a name; to try the others first would cost a start more than all else.
    private static readonly Parser<PatternPart> MacroOrCapture =
        input => !input.AtEnd && char.IsAsciiLetter(input.Current) ? NamedCapture(input) : AnyInBraces(input);

    private static readonly Parser<PatternPart> InBraces = input => IsChoice(input) ? Choice(input) : MacroOrCapture(input);

    private static readonly Parser<PatternPart> Braces = Sequence.At(
        Sequence.Of(LineInput.One('{'), InBraces, (open, part) => part), (at, part) => part with { At = at });

    private static readonly Parser<PatternPart> Optional = Sequence.At(
        Sequence.Of(LineInput.One('['), Nested, LineInput.One(']'), (open, parts, close) => parts),
        PatternPart (at, parts) => new PatternPart.Optional(at, [.. parts]));

    private static readonly Parser<IEnumerable<PatternPart>> Pattern = LineInput.Many<PatternPart>(first => first switch
    {
        '{' => Braces,
        '[' => Optional,
        '}' or ']' or '|' => null,
        _ => Literal,
    });

    private static readonly Parser<string> Value =
        (from open in LineInput.One('"')
         from text in LineInput.One('\\').Then(slash => Parse.Chars('"', '\\').Named("\" or \\")).Select(letter => letter.ToString())
             .XOr(LineInput.Run(c => c is not ('"' or '\\'), "text")).XMany()
         from close in LineInput.One('"').Named("\"")
         select string.Concat(text))
        .XOr(LineInput.Run(c => c is not (' ' or '\t' or '"'), "a value"));

    private static readonly Parser<SampleField> Field =
        from at in Place
        from name in Name
        from sign in LineInput.One('=').Named("=")
        from value in Value
        select new SampleField(at, name, value);

    private static readonly Parser<IEnumerable<string>> Programs =
        from word in Name.Where(word => word == "programs").Named("the word programs")
        from names in Blanks.Then(blanks => LineInput.Run(c => c is not (' ' or '\t'), "a program")).XAtLeastOnce()
        select names;

    /// <summary><c>[bind] programs named named-sdb</c></summary>
    internal static readonly Parser<Statement> Section =
        (from open in LineInput.One('[')
         from server in Name
         from close in LineInput.One(']').Named("]")
         from programs in Blanks.Then(blanks => Programs).XOr(Parse.Return(Enumerable.Empty<string>()))
         select (Statement)new Statement.Section(server, [.. programs])).End();

    /// <summary><c>let client = client {peer:address}</c></summary>
    internal static readonly Parser<Statement> Let =
        (from word in Parse.String("let")
         from blanks in Blanks
         from name in Name
         from before in Blanks
         from sign in LineInput.One('=').Named("=")
         from after in Blanks
         from parts in Pattern
         select (Statement)new Statement.Let(name, [.. parts])).End();

    /// <summary><c>expired  zone {zone}: expired</c></summary>
    internal static readonly Parser<Statement> Shape =
        Sequence.Of(
            Name,
            Blanks,
            Sequence.At(Pattern, (at, parts) => (At: at, Parts: parts)),
            Statement (kind, blanks, pattern) => new Statement.Shape(kind, pattern.At, [.. pattern.Parts])).End();

    /// <summary><c>zone=balug.org detail="a value with blanks"</c></summary>
    internal static readonly Parser<IEnumerable<SampleField>> Fields =
        (from blanks in Blanks
         from first in Field
         from others in Blanks.Then(more => Field).XMany()
         select others.Prepend(first)).End();

    // A delegate of its own, for a rule that stands further down; Parse.Ref would remember failures by place and throw.
    private static Parser<IEnumerable<PatternPart>> Nested => input => Pattern(input);

    private static bool IsOfName(char sign) => char.IsAsciiLetterOrDigit(sign) || sign == '-';

    /// <summary>Whether a text and a bar follow.</summary>
    private static bool IsChoice(IInput input)
    {
        var (text, at) = (input.Source, input.Position);
        while (at < text.Length && (!Special.Contains(text[at]) || text[at] == '\\'))
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return at < text.Length && text[at] == '|';
    }
}
