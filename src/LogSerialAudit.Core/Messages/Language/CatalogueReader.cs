using Sprache;

namespace LogSerialAudit.Messages.Language;

/// <summary>Reads catalogue files line by line. What is wrong becomes an error, and the reading goes on behind it.</summary>
internal sealed class CatalogueReader
{
    private const int LongestLine = 4096;
    private const int DeepestNesting = 8;
    private const string Since = "since ";
    private const string EndOfLine = "the end of the line";

    private readonly Func<int, IReadOnlyList<CatalogueSample>>? _samplesOf;
    private readonly Dictionary<string, IReadOnlyList<PatternPart>> _macros = new(StringComparer.Ordinal);
    private CatalogueText _text = new(string.Empty, string.Empty);
    private string _source = string.Empty;
    private int _line;
    private ServerShapes? _server;
    private EntryDraft? _entry;

    /// <summary>Makes a reader.</summary>
    /// <param name="samplesOf">Gives the samples of an entry by its line, where they need not be read; null to read them.</param>
    public CatalogueReader(Func<int, IReadOnlyList<CatalogueSample>>? samplesOf = null) => _samplesOf = samplesOf;

    /// <summary>The servers, in the order in which they first appear.</summary>
    public List<ServerShapes> Servers { get; } = [];

    /// <summary>What is wrong.</summary>
    public List<CatalogueError> Errors { get; } = [];

    /// <summary>Reads one file. Its macros are its own; its entries come behind those of the files before it.</summary>
    public void Read(CatalogueText text)
    {
        _macros.Clear();
        _text = text;
        _line = 0;
        _server = null;
        var rest = text.Text.AsSpan().TrimStart('\uFEFF');
        foreach (var line in rest.Split('\n'))
        {
            _line++;
            ReadLine(rest[line].TrimEnd());
        }

        Finish();
    }

    /// <summary>
    /// The server of a file that is known to be right and to speak of one server only. Its entries are read when they are
    /// needed, their samples when someone wants to see them: to match a line takes neither all servers nor any sample.
    /// </summary>
    public static ServerShapes Outline(CatalogueText text)
    {
        var start = text.Text.StartsWith('[') ? 0 : text.Text.IndexOf("\n[", StringComparison.Ordinal) + 1;
        var line = text.Text[start..text.Text.IndexOf('\n', start)].TrimEnd();
        var section = (Statement.Section)CatalogueGrammar.Section(new LineInput(line, 0)).Value;
        var samples = new Lazy<IReadOnlyDictionary<int, IReadOnlyList<CatalogueSample>>>(
            () => EntriesOf(text, null).ToDictionary(shape => shape.Entry.Line, shape => shape.Entry.Samples));
        return new ServerShapes(section.Server, section.Programs, () => EntriesOf(text, entry => new LateSamples(samples, entry)));
    }

    private static List<Shape> EntriesOf(CatalogueText text, Func<int, IReadOnlyList<CatalogueSample>>? samplesOf)
    {
        var reader = new CatalogueReader(samplesOf);
        reader.Read(text);
        return reader.Errors.Count == 0 ? reader.Servers.Single().Shapes : throw new InvalidOperationException(string.Join('\n', reader.Errors));
    }

    private void ReadLine(ReadOnlySpan<char> line)
    {
        var content = line.TrimStart();
        if (content.IsEmpty || content[0] == '#' || (_samplesOf is not null && char.IsWhiteSpace(line[0]) && !content.StartsWith(Since)))
        {
            // Samples are known, so what is said of them need not be read.
            return;
        }

        _source = line.ToString();
        if (_source.Length > LongestLine)
        {
            Fail(LongestLine, $"a line longer than {LongestLine} characters");
        }
        else if (char.IsWhiteSpace(_source[0]))
        {
            ReadDetail(_source.Length - content.Length, content);
        }
        else
        {
            Finish();
            ReadStatement();
        }
    }

    private void ReadStatement()
    {
        var grammar = _source[0] == '[' ? CatalogueGrammar.Section
            : _source.StartsWith("let ", StringComparison.Ordinal) ? CatalogueGrammar.Let
            : CatalogueGrammar.Shape;
        var isSection = grammar == CatalogueGrammar.Section;
        if ((!isSection && TooDeep()) || !TryParse(grammar, out var statement))
        {
            // The details below a broken entry are not errors of their own.
            _entry = isSection ? null : EntryDraft.Broken;
            return;
        }

        switch (statement)
        {
            case Statement.Section section:
                ReadSection(section);
                break;
            case Statement.Let let:
                ReadLet(let);
                break;
            case Statement.Shape shape:
                ReadShape(shape);
                break;
        }
    }

    private void ReadSection(Statement.Section section)
    {
        _server = Servers.Find(server => server.Server == section.Server);
        if (_server is null)
        {
            _server = new ServerShapes(section.Server);
            Servers.Add(_server);
        }

        _server.Programs.AddRange(section.Programs.Except(_server.Programs, StringComparer.Ordinal));
        if (_server.Programs.Count == 0)
        {
            Fail(_source.Length, $"no programs write messages of {section.Server}; expected the word programs and their names");
        }
    }

    private void ReadLet(Statement.Let let)
    {
        var parts = new PatternCheck(_macros, Fail).Inlined(let.Parts);
        if (!_macros.TryAdd(let.Name, parts))
        {
            Fail(4, $"{let.Name} is defined already");
        }
    }

    private void ReadShape(Statement.Shape shape)
    {
        _entry = EntryDraft.Broken;
        if (_server is null)
        {
            Fail(0, "an entry before the first section; expected a line such as [bind] programs named");
        }
        else if (!EventKinds.TryParse(shape.Kind, out var kind))
        {
            Fail(0, $"unknown kind {shape.Kind}; kinds are {string.Join(", ", EventKinds.All)}");
        }
        else if (shape.Parts.Count == 0)
        {
            Fail(_source.Length, "expected a pattern");
        }
        else
        {
            var check = new PatternCheck(_macros, Fail);
            var parts = check.Inlined(shape.Parts);
            if (_samplesOf is null)
            {
                check.Variants(parts, shape.PatternAt);
            }

            _entry = new EntryDraft(_server, kind, _source[shape.PatternAt..], parts, _text.File, _line) { KnownSamples = _samplesOf?.Invoke(_line) };
        }
    }

    private void ReadDetail(int at, ReadOnlySpan<char> content)
    {
        if (_entry is null)
        {
            Fail(at, "an indented line that belongs to no entry");
        }
        else if (content.StartsWith(Since))
        {
            _entry.Since = content[Since.Length..].Trim().ToString();
        }
        else if (content.StartsWith("sample "))
        {
            _entry.Samples.Add(new CatalogueSample(content[7..].ToString(), new Dictionary<string, string>(), _line));
        }
        else if (_entry.Samples.Count == 0)
        {
            Fail(at, "expected since, or sample and below it the fields of that sample");
        }
        else if (TryParse(CatalogueGrammar.Fields, out var fields))
        {
            foreach (var field in fields)
            {
                AddField(_entry, field);
            }
        }
    }

    private void AddField(EntryDraft entry, SampleField field)
    {
        if (!FieldNames.TryParse(field.Name, out var name))
        {
            Fail(field.At, FieldNames.Unknown(field.Name));
            return;
        }

        var sample = entry.Samples[^1];
        var fields = new Dictionary<string, string>(sample.Fields, StringComparer.Ordinal);
        if (!fields.TryAdd(FieldNames.Word(name), field.Value))
        {
            Fail(field.At, $"{field.Name} is given twice");
        }

        entry.Samples[^1] = sample with { Fields = fields };
    }

    private void Finish()
    {
        _entry?.AddTo();
        _entry = null;
    }

    private bool TooDeep()
    {
        var depth = 0;
        for (var i = 0; i < _source.Length; i++)
        {
            depth += _source[i] == '[' ? 1 : _source[i] == ']' ? -1 : 0;
            i += _source[i] == '\\' ? 1 : 0;
            if (depth > DeepestNesting)
            {
                Fail(i, $"optional parts more than {DeepestNesting} deep");
                return true;
            }
        }

        return false;
    }

    private bool TryParse<T>(Parser<T> grammar, out T value)
    {
        var result = grammar(new LineInput(_source, 0));
        value = result.WasSuccessful ? result.Value : default!;
        if (!result.WasSuccessful)
        {
            var at = result.Remainder.Position;
            var found = at >= _source.Length ? EndOfLine : _source[at] == ' ' ? "a blank" : _source[at].ToString();
            var expected = result.Expectations.Distinct().Select(what => what == "end of input" ? EndOfLine : what);
            Fail(at, $"unexpected {found}; expected {string.Join(" or ", expected)}");
        }

        return result.WasSuccessful;
    }

    private void Fail(int at, string message) => Errors.Add(new CatalogueError(_text.File, _line, at + 1, message, _source));
}
