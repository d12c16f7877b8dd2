using System.Diagnostics.CodeAnalysis;
using LogSerialAudit.Messages.Matching;

namespace LogSerialAudit.Messages.Language;

/// <summary>A type of value that a capture can have.</summary>
internal sealed class CaptureType
{
    /// <summary>The type that takes up no room and marks a place.</summary>
    internal const string Here = "here";

    private static readonly Field[] Slices =
        [Field.Zone, Field.Class, Field.View, Field.Peer, Field.Key, Field.Detail];

    private static readonly CaptureType[] All =
    [
        new("serial", (_, _) => new SerialStep(), [Field.Serial, Field.Previous, Field.Raw, Field.Count, Field.Detail]),
        new("number", (_, _) => new NumberStep(), [Field.Count, Field.Detail]),
        new("decimal", (_, _) => new DecimalStep(), [Field.Detail]),
        new("hex", (_, _) => new HexStep(), [Field.Detail]),
        new("address", (_, _) => new AddressStep(), [Field.Peer, Field.Detail]),
        new("class", (_, _) => new ClassStep(), [Field.Class]),
        new("side", (_, _) => new SideStep(), [Field.Side]),
        new(Here, (_, _) => throw new InvalidOperationException(Here), [Field.Detail]),
        new("word", (end, _) => new WordStep(end), Slices) { NeedsEnd = true },
        new("name", (end, _) => new NameStep(end), Slices) { NeedsEnd = true },
        new("origin", (end, _) => new NameStep(end, isRootNothing: true), [Field.Zone]) { NeedsEnd = true },
        new("qname", (_, _) => new NameStep(")"u8.ToArray()), [Field.Zone, Field.Detail]),
        new("text", (end, anchored) => new TextStep(end, anchored), Slices) { NeedsEnd = true, WholeEnd = true },
        new("zone", (end, _) => new ZoneStep(end), [Field.Zone]) { NeedsEnd = true, IsZoneToken = true },
        new("subject", (end, _) => new SubjectStep(end), [Field.Zone]) { NeedsEnd = true, IsZoneToken = true },
        new("question", (end, _) => new QuestionStep(end), [Field.Zone]) { NeedsEnd = true, IsZoneToken = true },
    ];

    private static readonly Dictionary<string, CaptureType> ByName = All.ToDictionary(type => type.Name);

    private readonly Func<byte[], bool, Step> _make;
    private readonly Field[] _fields;

    private CaptureType(string name, Func<byte[], bool, Step> make, Field[] fields)
    {
        Name = name;
        _make = make;
        _fields = fields;
    }

    /// <summary>The sentence that lists the types.</summary>
    public static string Known { get; } = "types are " + string.Join(", ", All.Select(type => type.Name));

    /// <summary>The word for it in a pattern.</summary>
    public string Name { get; }

    /// <summary>Whether the value does not show by itself where it ends.</summary>
    public bool NeedsEnd { get; private init; }

    /// <summary>Whether the value is more than a name: class, view and side.</summary>
    public bool IsZoneToken { get; private init; }

    /// <summary>Whether the value ends only before the whole text that follows, not before the punctuation it begins with.</summary>
    public bool WholeEnd { get; private init; }

    /// <summary>The type of a name, or false.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out CaptureType? type) => ByName.TryGetValue(name, out type);

    /// <summary>A type that a field can hold, to name as an example.</summary>
    public static string Usual(Field field) => Slices.Contains(field) ? "text" : All.First(type => type.Fits(field)).Name;

    /// <summary>The type of a name that is known to be one.</summary>
    public static CaptureType Find(string name) => TryFind(name, out var type) ? type : throw new ArgumentException(name);

    /// <summary>Whether a field can hold such a value.</summary>
    public bool Fits(Field field) => _fields.Contains(field);

    /// <summary>
    /// What of the text behind a capture decides where it ends. Entries that share it, and all before it, share the work:
    /// so it is as short as the type allows.
    /// </summary>
    public string End(string following) => !NeedsEnd ? string.Empty : WholeEnd ? following : Punctuation(following);

    /// <summary>The step that reads such a value.</summary>
    /// <param name="end">The text behind it, or what <see cref="End"/> made of it; empty at the end of the pattern.</param>
    /// <param name="anchored">Whether that text is the last of the pattern.</param>
    public Step Make(byte[] end, bool anchored) => _make(end, anchored);

    private static string Punctuation(string following)
    {
        var length = 0;
        while (length < following.Length && !char.IsLetterOrDigit(following[length]))
        {
            if (following[length++] == ' ')
            {
                break;
            }
        }

        return length == 0 ? following : following[..length];
    }
}
