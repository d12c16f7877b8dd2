namespace LogSerialAudit.Messages.Language;

/// <summary>
/// What the grammar cannot see: names that exist, values that fit their field, text that has an end. Says every error to
/// <paramref name="fail"/>, with the column from 0.
/// </summary>
internal sealed class PatternCheck(IReadOnlyDictionary<string, IReadOnlyList<PatternPart>> macros, Action<int, string> fail)
{
    /// <summary>The parts with macros replaced by what they stand for, and the types of captures filled in.</summary>
    public IReadOnlyList<PatternPart> Inlined(IReadOnlyList<PatternPart> parts)
    {
        var inlined = new List<PatternPart>(parts.Count);
        foreach (var part in parts)
        {
            switch (part)
            {
                case PatternPart.Macro macro:
                    AddMacro(macro, inlined);
                    break;
                case PatternPart.Optional optional:
                    inlined.Add(optional with { Parts = Inlined(optional.Parts) });
                    break;
                case PatternPart.Capture capture:
                    AddCapture(capture, inlined);
                    break;
                default:
                    inlined.Add(part);
                    break;
            }
        }

        return inlined;
    }

    /// <summary>Looks at every way to read a pattern for what depends on neighbours.</summary>
    public void Variants(IReadOnlyList<PatternPart> parts, int at)
    {
        if (PatternVariants.Count(parts) > PatternVariants.Most)
        {
            fail(at, $"more than {PatternVariants.Most} ways to read this pattern; split it into several entries");
            return;
        }

        var seen = new HashSet<(int At, string Message)>();
        foreach (var variant in PatternVariants.Of(parts))
        {
            Check(variant, (at, message) =>
            {
                if (seen.Add((at, message)))
                {
                    fail(at, message);
                }
            });
        }
    }

    private static void Check(PatternPart[] variant, Action<int, string> fail)
    {
        var names = new HashSet<Field>();
        var captures = 0;
        var tokens = 0;
        for (var i = 0; i < variant.Length; i++)
        {
            if (variant[i] is not PatternPart.Capture capture)
            {
                continue;
            }

            var type = CaptureType.Find(capture.Type);
            tokens += type.IsZoneToken ? 1 : 0;
            if (type.IsZoneToken && tokens == 2)
            {
                fail(capture.At, "a second zone in one line");
            }

            if (type.NeedsEnd && !PatternVariants.HasEnd(variant, i))
            {
                fail(capture.At, $"{{{capture.Type}}} ends where text begins, and another capture follows it");
            }

            // Details are joined, and a key may be named twice.
            if (FieldNames.TryParse(capture.Name, out var field) && field is not (Field.Detail or Field.Key) && !names.Add(field))
            {
                fail(capture.At, $"{FieldNames.Word(field)} is captured twice");
            }

            if (++captures == Matching.MatcherBuilder.MostCaptures + 1)
            {
                fail(capture.At, $"more than {Matching.MatcherBuilder.MostCaptures} captures in one line");
            }
        }
    }

    private void AddMacro(PatternPart.Macro macro, List<PatternPart> inlined)
    {
        if (macros.TryGetValue(macro.Name, out var parts))
        {
            inlined.AddRange(parts.Select(part => Moved(part, macro.At)));
            return;
        }

        var known = macros.Count == 0 ? "there are none" : "there are " + string.Join(", ", macros.Keys);
        fail(macro.At, $"no let {macro.Name} before this line; {known}");
    }

    // Errors in an entry point at the entry's own line, so what a macro brings is where the macro is used.
    private static PatternPart Moved(PatternPart part, int at) => part is PatternPart.Optional optional
        ? optional with { At = at, Parts = [.. optional.Parts.Select(inner => Moved(inner, at))] }
        : part with { At = at };

    private void AddCapture(PatternPart.Capture capture, List<PatternPart> inlined)
    {
        var typed = capture.Type.Length == 0 ? capture with { Type = capture.Name } : capture;
        var isField = FieldNames.TryParse(capture.Name, out var field);
        if (capture.Name.Length > 0 && !isField)
        {
            fail(capture.At, FieldNames.Unknown(capture.Name));
        }
        else if (!CaptureType.TryFind(typed.Type, out var type))
        {
            fail(capture.At, capture.Type.Length == 0
                ? $"{capture.Name} needs a type, as in {{{capture.Name}:{CaptureType.Usual(field)}}}; {CaptureType.Known}"
                : $"unknown type {capture.Type}; {CaptureType.Known}");
        }
        else if (isField && !type.Fits(field))
        {
            fail(capture.At, $"{capture.Name} cannot hold a value of type {typed.Type}");
        }
        else
        {
            inlined.Add(typed);
        }
    }
}
