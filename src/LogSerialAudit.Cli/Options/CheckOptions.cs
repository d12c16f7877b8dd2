using LogSerialAudit.Watching;

namespace LogSerialAudit.Cli.Options;

/// <summary>What a check reads, where it keeps what it knows, and what it tells.</summary>
public sealed record CheckOptions
{
    /// <summary>What is read, and how it is dated.</summary>
    public required ReadingOptions Reading { get; init; }

    /// <summary>What is told.</summary>
    public required WatchOptions Watch { get; init; }

    /// <summary>The file of the state.</summary>
    public required string StatePath { get; init; }

    /// <summary>Whether nothing is to be changed.</summary>
    public bool IsDry { get; init; }

    /// <summary>How it is told.</summary>
    public CheckForm Form { get; init; }

    /// <summary>The program that is told instead of standard output; null where none is.</summary>
    public string? Program { get; init; }

    /// <summary>Whether it goes on checking until it is told to end.</summary>
    public bool Follows { get; init; }

    /// <summary>Where metrics are written, absolute; null where they are not.</summary>
    public string? PrometheusPath { get; init; }
}
