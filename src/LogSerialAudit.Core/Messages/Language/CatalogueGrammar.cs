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

    private static readonly Parser<string> Name =
        LineInput.Run(c => char.IsAsciiLetterOrDigit(c) || c == '-', "a name");

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

    private static readonly Parser<PatternPart> Literal =
        from at in Place
        from text in Text
        select new PatternPart.Literal(at, text);

    private static readonly Parser<string> Alternative = Text.XOr(Parse.Return(string.Empty));

    private static readonly Parser<char> CloseBrace = LineInput.One('}').Named("}");

    private static readonly Parser<PatternPart> Choice =
        from first in Alternative
        from others in LineInput.One('|').Then(bar => Alternative).XAtLeastOnce()
        from close in CloseBrace
        select new PatternPart.Choice(0, [first, .. others]);

    private static readonly Parser<PatternPart> Macro =
        from sign in LineInput.One('=')
        from name in Name
        from close in CloseBrace
        select new PatternPart.Macro(0, name);

    private static readonly Parser<string> Type =
        LineInput.One(':').Then(colon => Name.Named("a type"));

    private static readonly Parser<PatternPart> NamedCapture =
        from name in Name.Named("a name")
        from type in Type.XOr(Parse.Return(string.Empty))
        from close in CloseBrace.Named(type.Length == 0 ? ": and a type, | or }" : "}")
        select new PatternPart.Capture(0, name, type);

    private static readonly Parser<PatternPart> Capture =
        (from type in Type
         from close in CloseBrace
         select new PatternPart.Capture(0, string.Empty, type))
        .XOr(NamedCapture);

    private static readonly Parser<PatternPart> AnyInBraces = Macro.XOr(Capture);

    // Nearly every brace opens a name; to try the others first would cost a start more than all else.
    private static readonly Parser<PatternPart> MacroOrCapture =
        input => !input.AtEnd && char.IsAsciiLetter(input.Current) ? NamedCapture(input) : AnyInBraces(input);

    /// <summary>Whether a text and a bar follow.</summary>
    private static readonly Parser<bool> IsChoice = input =>
    {
        var (text, at) = (input.Source, input.Position);
        while (at < text.Length && (!Special.Contains(text[at]) || text[at] == '\\'))
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return Result.Success(at < text.Length && text[at] == '|', input);
    };

    private static readonly Parser<PatternPart> Braces =
        from at in Place
        from open in LineInput.One('{')
        from isChoice in IsChoice
        from part in isChoice ? Choice : MacroOrCapture
        select part with { At = at };

    private static readonly Parser<PatternPart> Optional =
        from at in Place
        from open in LineInput.One('[')
        from parts in Nested
        from close in LineInput.One(']').Named("]")
        select new PatternPart.Optional(at, [.. parts]);

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
        (from kind in Name
         from blanks in Blanks
         from at in Place
         from parts in Pattern
         select (Statement)new Statement.Shape(kind, at, [.. parts])).End();

    /// <summary><c>zone=balug.org detail="a value with blanks"</c></summary>
    internal static readonly Parser<IEnumerable<SampleField>> Fields =
        (from blanks in Blanks
         from first in Field
         from others in Blanks.Then(more => Field).XMany()
         select others.Prepend(first)).End();

    // A delegate of its own, for a rule that stands further down; Parse.Ref would remember failures by place and throw.
    private static Parser<IEnumerable<PatternPart>> Nested => input => Pattern(input);
}
