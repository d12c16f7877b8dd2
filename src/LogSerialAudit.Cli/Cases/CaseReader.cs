using System.Globalization;
using LogSerialAudit.Cli.Options;
using LogSerialAudit.Evidence;
using LogSerialAudit.Sources;
using NodaTime;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace LogSerialAudit.Cli.Cases;

/// <summary>Reads <c>case.toml</c>.</summary>
/// <param name="path">The file, as given.</param>
/// <param name="mayLeave">Whether paths in it may lead out of its folder.</param>
internal sealed class CaseReader(string path, bool mayLeave)
{
    private readonly CaseFolder _folder = new(Path.GetDirectoryName(path) ?? "", mayLeave);
    private readonly Dictionary<string, IReadOnlyList<CaseValue>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Instant> _asked = new(StringComparer.Ordinal);
    private readonly List<Reconstruction> _reconstructions = [];
    private readonly CaseErrors _errors = new(path);

    /// <summary>Reads it.</summary>
    /// <exception cref="CaseException">It is wrong.</exception>
    public CaseFile Read()
    {
        var document = SyntaxParser.Parse(CaseText.Read(path), path, validate: true);
        foreach (var message in document.Diagnostics.Where(message => message.Kind == DiagnosticMessageKind.Error))
        {
            _errors.Add(message.Span, message.Message);
        }

        _errors.ThrowIfAny();
        foreach (var pair in document.KeyValues)
        {
            Take(pair);
        }

        foreach (var table in document.Tables)
        {
            Take(table);
        }

        _errors.ThrowIfAny();
        return new CaseFile(path, _values, _asked, _reconstructions);
    }

    private void Take(KeyValueSyntax pair)
    {
        var names = NamesOf(pair.Key);
        if (KeyOf(names[0], pair.Key) is { } key)
        {
            Add(key, names.Count switch
            {
                1 => ValuesOf(key, "", pair.Value),
                2 => ValuesOf(key, names[1], pair.Value),
                _ => Wrong(pair.Key, "too many parts"),
            });
        }
    }

    private void Take(TableSyntaxBase table)
    {
        var names = NamesOf(table.Name);
        if (names is [CaseKey.Reconstructed] && table is TableArraySyntax)
        {
            TakeReconstruction(table);
        }
        else if (names is [CaseKey.Reconstructed])
        {
            _errors.Add(table.Name!.Span, $"write [[{CaseKey.Reconstructed}]]: there may be several");
        }
        else if (KeyOf(names[0], table.Name) is { } key)
        {
            Add(key, table is TableArraySyntax || names.Count > 1 || key.Naming == CaseNaming.None
                ? Wrong(table.Name, $"{key.Name} is no such table")
                : table.Items.SelectMany(pair => ValuesOf(key, string.Join('.', NamesOf(pair.Key)), pair.Value)));
        }
    }

    private CaseKey? KeyOf(string name, SyntaxNodeBase? node)
    {
        var key = CaseKey.All.FirstOrDefault(key => key.Name == name);
        if (key is null)
        {
            string[] known = [.. CaseKey.All.Select(key => key.Name), CaseKey.Reconstructed];
            var near = NearNames.Of(name, known);
            _errors.Add(node!.Span, $"{name} is no key of a case{(near.Count > 0 ? NearNames.Question(near) : $"; there are {NearNames.Listed(known, "and")}")}");
        }

        return key;
    }

    private void Add(CaseKey key, IEnumerable<(string Name, string Text, SourceSpan Span)> values)
    {
        var texts = new List<CaseValue>();
        foreach (var (name, text, span) in values)
        {
            var place = _errors.Place(span);
            if (key.Name == CaseKey.Asked)
            {
                TakeAsked(name, text, span);
            }
            else if (Resolved(key, name, text, span) is { } resolved)
            {
                texts.Add(new CaseValue(resolved, place));
            }
        }

        if (!key.IsList && texts.Count > 1)
        {
            _errors.Add(path, $"{key.Name} has one value");
        }

        _values[key.Name] = [.. _values.GetValueOrDefault(key.Name, []), .. texts];
    }

    /// <summary>The value as it would be typed, with its path below the case's folder.</summary>
    private string? Resolved(CaseKey key, string name, string text, SourceSpan span)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (name.Length == 0 && key.Naming != CaseNaming.None && equals > 0 && !text.AsSpan(0, equals).ContainsAny('/', ':'))
        {
            (name, text) = (text[..equals], text[(equals + 1)..]);
        }

        if (name.Length == 0 && key.Naming == CaseNaming.Needed)
        {
            _errors.Add(span, $"{key.Name} wants a name: \"NAME={text}\", or a table [{key.Name}] with NAME = \"{text}\"");
            return null;
        }

        if (key.HasPaths && !(key.Name == "catalogue" && text == "windows"))
        {
            text = _folder.Resolve(text, out var error);
            if (error is not null)
            {
                _errors.Add(span, $"{text}: {error}");
            }
        }

        return name.Length == 0 ? text : $"{name}={text}";
    }

    private void TakeAsked(string name, string text, SourceSpan span)
    {
        var file = Existing(name, span);
        if (!TimeArgument.TryParse(text, DateTimeZone.Utc, out var time) || !text.Contains('T', StringComparison.OrdinalIgnoreCase))
        {
            _errors.Add(span, $"{text}: not a time such as 2019-05-25T16:23:51Z");
        }
        else
        {
            _asked[file] = time.Start;
        }
    }

    /// <summary>A path that something is to be said of, so that a slip of the pen does not pass for a word on the evidence.</summary>
    private string Existing(string text, SourceSpan span)
    {
        var resolved = _folder.Resolve(text, out var error);
        error ??= GlobPaths.Of(resolved).Any(Path.Exists) ? null : "no such file";
        if (error is not null)
        {
            _errors.Add(span, $"{resolved}: {error}");
        }

        return resolved;
    }

    private void TakeReconstruction(TableSyntaxBase table)
    {
        var (files, reason, original) = (new List<string>(), "", new HashSet<long>());
        foreach (var pair in table.Items)
        {
            switch (string.Join('.', NamesOf(pair.Key)))
            {
                case "files":
                    files.AddRange(Strings(pair.Value).Select(value => Existing(value.Text, value.Span)));
                    break;
                case "reason":
                    reason = Strings(pair.Value).FirstOrDefault().Text ?? "";
                    break;
                case "original-lines":
                    original.UnionWith(Items(pair.Value).Select(item => item is IntegerValueSyntax { Value: > 0 } line ? line.Value : Wrong(item)));
                    break;
                default:
                    _errors.Add(pair.Key!.Span, "expected files, reason or original-lines");
                    break;
            }
        }

        if (files.Count == 0 || reason.Length == 0)
        {
            _errors.Add(table.Name!.Span, $"{CaseKey.Reconstructed} wants files and a reason");
        }

        _reconstructions.Add(new Reconstruction(files, reason, original));
    }

    private IEnumerable<(string Name, string Text, SourceSpan Span)> ValuesOf(CaseKey key, string name, ValueSyntax? value) => value switch
    {
        InlineTableSyntax table when name.Length == 0 && key.Naming != CaseNaming.None =>
            table.Items.SelectMany(item => ValuesOf(key, string.Join('.', NamesOf(item.KeyValue!.Key)), item.KeyValue.Value)),
        IntegerValueSyntax number when !key.HasPaths => [(name, number.Value.ToString(CultureInfo.InvariantCulture), number.Span)],
        DateTimeValueSyntax time when !key.HasPaths => [(name, time.Token!.Text ?? "", time.Span)],
        _ => Strings(value).Select(text => (name, text.Text, text.Span)),
    };

    private IEnumerable<(string Text, SourceSpan Span)> Strings(ValueSyntax? value)
    {
        foreach (var item in Items(value))
        {
            if (item is StringValueSyntax { Value: { } text })
            {
                yield return (text, item.Span);
            }
            else
            {
                _ = Wrong(item);
            }
        }
    }

    private static IEnumerable<ValueSyntax> Items(ValueSyntax? value) =>
        value is ArraySyntax array ? array.Items.Select(item => item.Value!) : value is null ? [] : [value];

    private long Wrong(ValueSyntax item)
    {
        _errors.Add(item.Span, $"{Shown(item)} has no place here");
        return 0;
    }

    private IEnumerable<(string, string, SourceSpan)> Wrong(SyntaxNodeBase? node, string message)
    {
        _errors.Add(node!.Span, message);
        return [];
    }

    private static string Shown(ValueSyntax item) => item switch
    {
        StringValueSyntax => "a string",
        IntegerValueSyntax => "a number",
        ArraySyntax => "an array",
        InlineTableSyntax => "a table",
        _ => "this value",
    };

    private static List<string> NamesOf(KeySyntax? key) =>
        key is null ? [""] : [NameOf(key.Key), .. key.DotKeys.Select(part => NameOf(part.Key))];

    private static string NameOf(BareKeyOrStringValueSyntax? name) => name switch
    {
        BareKeySyntax bare => bare.Key?.Text ?? "",
        StringValueSyntax text => text.Value ?? "",
        _ => "",
    };
}
