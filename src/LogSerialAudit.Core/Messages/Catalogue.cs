using System.Text;
using LogSerialAudit.Messages.Language;

namespace LogSerialAudit.Messages;

/// <summary>
/// The messages that servers write, as data: read from <c>*.messages</c> files, compiled once, matched many times. Safe to
/// use from several threads.
/// </summary>
public sealed class Catalogue
{
    private static readonly Lazy<IReadOnlyList<CatalogueText>> BuiltInTexts = new(ReadBuiltIn);
    private static readonly Lazy<Catalogue> BuiltInCatalogue = new(() => new Catalogue([.. BuiltInTexts.Value.Select(CatalogueReader.Outline)]));

    /// <summary>Where the files stand that are not read unless asked for.</summary>
    private const string Optional = "optional/";

    private readonly MessageMatcher[] _matchers;
    private readonly Lazy<IReadOnlyList<CatalogueEntry>> _entries;
    private readonly (byte[] Program, MessageMatcher Matcher)[] _programs;

    private Catalogue(IReadOnlyList<ServerShapes> servers)
    {
        Servers = servers;
        _matchers = [.. servers.Select(server => new MessageMatcher(server))];
        _programs =
        [
            .. servers.Zip(_matchers).SelectMany(pair =>
                pair.First.Programs.Select(program => (Encoding.UTF8.GetBytes(program), pair.Second))),
        ];
        _entries = new Lazy<IReadOnlyList<CatalogueEntry>>(() => [.. servers.SelectMany(server => server.Shapes).Select(shape => shape.Entry)]);
    }

    /// <summary>The catalogue that comes with the program.</summary>
    public static Catalogue BuiltIn => BuiltInCatalogue.Value;

    /// <summary>The files of the catalogue that comes with the program, by name.</summary>
    public static IReadOnlyList<CatalogueText> BuiltInFiles => BuiltInTexts.Value;

    /// <summary>The text of a catalogue that comes with the program and is not read unless asked for (<c>windows</c>); null where there is none of that name.</summary>
    public static CatalogueText? FindOptional(string name) => ReadResource($"{Optional}{name}.messages");

    /// <summary>The names of all programs whose messages are known.</summary>
    public IEnumerable<string> Programs => _programs.Select(program => Encoding.UTF8.GetString(program.Program));

    /// <summary>The servers and the shapes of their messages, for what looks closer than a match does.</summary>
    internal IReadOnlyList<ServerShapes> Servers { get; }

    /// <summary>All entries; within a server an earlier one wins.</summary>
    public IReadOnlyList<CatalogueEntry> Entries => _entries.Value;

    /// <summary>Reads files; entries of an earlier file win over those of a later one.</summary>
    public static CatalogueResult Read(params IEnumerable<CatalogueText> texts)
    {
        var reader = new CatalogueReader();
        foreach (var text in texts)
        {
            reader.Read(text);
        }

        return new CatalogueResult(reader.Errors.Count == 0 ? new Catalogue(reader.Servers) : null, reader.Errors);
    }

    /// <summary>Reads files that go before the built-in ones: their entries win.</summary>
    public static CatalogueResult ReadWithBuiltIn(params IEnumerable<CatalogueText> texts) => Read(texts.Concat(BuiltInFiles));

    /// <summary>
    /// The matcher for what a program writes, or null where the catalogue does not know it. A program that is not known by
    /// its whole name is looked up by the last part of its path: <c>/usr/sbin/named</c> is <c>named</c>.
    /// </summary>
    public MessageMatcher? ForProgram(ReadOnlySpan<byte> program)
    {
        if (Find(program) is { } matcher)
        {
            return matcher;
        }

        var slash = program.LastIndexOf((byte)'/');
        return slash >= 0 ? Find(program[(slash + 1)..]) : null;
    }

    /// <summary>The matcher of a server (<c>bind</c>), or null where the catalogue does not know it.</summary>
    public MessageMatcher? ForServer(string server) => Array.Find(_matchers, matcher => matcher.Server == server);

    /// <summary>The programs that write the messages of a server; none where the catalogue does not know it.</summary>
    public IReadOnlyList<string> ProgramsOf(string server) => Servers.FirstOrDefault(known => known.Server == server)?.Programs ?? [];

    /// <summary>Tries every server in turn, for messages whose program is not known; see <see cref="MessageMatcher.TryMatch"/>.</summary>
    public bool TryMatch(ReadOnlySpan<byte> message, ref MessageMatch match)
    {
        foreach (var matcher in _matchers)
        {
            if (matcher.TryMatch(message, ref match))
            {
                return true;
            }
        }

        return false;
    }

    private MessageMatcher? Find(ReadOnlySpan<byte> program)
    {
        foreach (var (name, matcher) in _programs)
        {
            if (program.SequenceEqual(name))
            {
                return matcher;
            }
        }

        return null;
    }

    private static CatalogueText[] ReadBuiltIn() =>
    [
        .. typeof(Catalogue).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".messages", StringComparison.Ordinal) && !name.StartsWith(Optional, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => ReadResource(name)!),
    ];

    private static CatalogueText? ReadResource(string name)
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        return new CatalogueText(name, Encoding.UTF8.GetString(text));
    }
}
