using System.Text;

namespace LogSerialAudit.Messages.Language;

/// <summary>
/// A pattern as a POSIX extended regular expression (IEEE Std 1003.1, section 9.4), for programs that have nothing else, such as
/// <c>grep -E</c>. It has no captures that count, and takes every message that the pattern takes; where a value has no form of its
/// own it can take more.
/// </summary>
internal static class PatternExpression
{
    private const string Special = @"\.[]{}()*+?^$|";
    private const string Class = "(IN|CH|HS|ANY|CLASS[0-9]{1,5})";
    private const string Side = @"( \((un)?signed\))?";

    // A view can hold blanks; no colon, which ends the token in all messages that begin with one.
    private const string View = "(/[^:]+)?";
    private const string Zone = "[^ ]+/" + Class + View + Side;
    private const string Nameless = @"(managed-keys-zone( \./IN)?|redirect-zone)" + View + Side;
    private const string Version4 = @"[0-9]{1,3}(\.[0-9]{1,3}){3}";
    private const string Version6 = "[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*";
    private const string Address =
        "((" + Version4 + "|" + Version6 + @")(%[^]#/ :)'""]+)?(#[0-9]{1,5})?|\(no-peer\)|<unknown address, family [0-9]+>)";

    /// <summary>The expression, without anchors.</summary>
    public static string Of(IReadOnlyList<PatternPart> parts)
    {
        var expression = new StringBuilder();
        foreach (var part in parts)
        {
            expression.Append(part switch
            {
                PatternPart.Literal literal => Literal(literal.Text),
                PatternPart.Choice choice => Choice(choice.Texts),
                PatternPart.Optional optional => $"({Of(optional.Parts)})?",
                PatternPart.Capture capture => Value(capture.Type),
                _ => throw new InvalidOperationException($"{part} is to be replaced by what it stands for."),
            });
        }

        return expression.ToString();
    }

    /// <summary>Text that stands for itself.</summary>
    public static string Literal(string text) =>
        string.Concat(text.Select(letter => Special.Contains(letter, StringComparison.Ordinal) ? $@"\{letter}" : letter.ToString()));

    /// <summary>One of several texts; an empty one means that all may be missing, because POSIX has no empty alternative.</summary>
    public static string Choice(IEnumerable<string> texts)
    {
        var some = texts.Where(text => text.Length > 0).Select(Literal).ToList();
        return $"({string.Join('|', some)}){(some.Count < texts.Count() ? "?" : "")}";
    }

    private static string Value(string type) => type switch
    {
        CaptureType.Here => "",
        "serial" => "[0-9]{1,10}",
        "number" => "[0-9]+",
        "decimal" => @"[0-9]+\.[0-9]+",
        "hex" => "(0x)?[0-9A-Fa-f]+",
        "address" => Address,
        "class" => "([Ii][Nn]|[Cc][Hh]|[Hh][Ss]|[Aa][Nn][Yy]|[Cc][Ll][Aa][Ss][Ss][0-9]{1,5})",
        "side" => "(un)?signed",
        "word" or "name" or "qname" => "[^ ]+",
        "origin" => "[^ ]*",
        "text" => ".+",
        "zone" => Zone,
        "question" => "[^ ]+/[AI]XFR/" + Class,
        "subject" => $"(([A-Za-z0-9_]+: )?(zone {Zone}|{Nameless}))",
        _ => throw new InvalidOperationException($"The type {type} has no expression."),
    };
}
