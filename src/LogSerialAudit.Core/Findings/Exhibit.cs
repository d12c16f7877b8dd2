using LogSerialAudit.History;

namespace LogSerialAudit.Findings;

/// <summary>One line that a finding rests on.</summary>
public readonly struct Exhibit
{
    private readonly object _told;
    private readonly Func<object, string>? _tell;

    /// <summary>A line of which it is known what it says.</summary>
    /// <param name="says">What it says, in a few words.</param>
    /// <param name="source">Where it stands.</param>
    public Exhibit(string says, SourceLine source) => (_told, Source) = (says, source);

    /// <summary>A line of many, few of which are shown: the words are made for those.</summary>
    /// <param name="told">What it is about.</param>
    /// <param name="tell">Makes the words.</param>
    /// <param name="source">Where it stands.</param>
    internal Exhibit(object told, Func<object, string> tell, SourceLine source) => (_told, _tell, Source) = (told, tell, source);

    /// <summary>What it says, in a few words.</summary>
    public string Says => _tell is null ? (string)_told : _tell(_told);

    /// <summary>Where it stands.</summary>
    public SourceLine Source { get; }

    /// <summary><c>FILE:LINE (what it says)</c>.</summary>
    public override string ToString() => $"{Source} ({Says})";
}
