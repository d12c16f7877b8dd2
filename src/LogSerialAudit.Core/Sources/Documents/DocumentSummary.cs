using NodaTime;

namespace LogSerialAudit.Sources.Documents;

/// <summary>What a document turned out to be.</summary>
public sealed record DocumentSummary
{
    /// <summary>Remarks past this many are only counted.</summary>
    private const int MostRemarks = 5;

    /// <summary>Its form.</summary>
    public required DocumentForm Form { get; init; }

    /// <summary>How many messages, or entries of a journal.</summary>
    public long Messages { get; init; }

    /// <summary>The date of the first message in time; null where none has one.</summary>
    public Instant? First { get; init; }

    /// <summary>The date of the last message in time.</summary>
    public Instant? Last { get; init; }

    /// <summary>How many log lines were found.</summary>
    public long LogLines { get; init; }

    /// <summary>By how many the lines of the text are more than those of the file, because one line of base64 holds several.</summary>
    public long ExtraLines { get; init; }

    /// <summary>What was not read, or not as it should be, a clause each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>How many remarks there are beside <see cref="Remarks"/>.</summary>
    public long MoreRemarks { get; init; }

    /// <summary>The same with a remark.</summary>
    internal DocumentSummary With(string remark) =>
        Remarks.Count < MostRemarks ? this with { Remarks = [.. Remarks, remark] } : this with { MoreRemarks = MoreRemarks + 1 };
}
