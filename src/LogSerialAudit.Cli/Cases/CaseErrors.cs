using System.Globalization;
using LogSerialAudit.Reports;
using Tomlyn.Syntax;

namespace LogSerialAudit.Cli.Cases;

/// <summary>What is wrong with a case's description, with its places.</summary>
/// <param name="path">The file, as given.</param>
internal sealed class CaseErrors(string path)
{
    private const int Most = 10;

    private readonly List<string> _lines = [];

    /// <summary><c>FILE:LINE:COLUMN</c> of something, safe to print.</summary>
    public string Place(SourceSpan span) => string.Create(CultureInfo.InvariantCulture, $"{SafeText.Of(path)}:{span.Start.Line + 1}:{span.Start.Column + 1}");

    /// <summary>Says what is wrong at a place.</summary>
    public void Add(SourceSpan span, string message) => Add(Place(span), message);

    /// <inheritdoc cref="Add(SourceSpan, string)"/>
    public void Add(string place, string message)
    {
        if (_lines.Count < Most)
        {
            _lines.Add($"{place}: {SafeText.Of(message.TrimEnd('.'))}");
        }
    }

    /// <summary>Ends the reading where anything is.</summary>
    /// <exception cref="CaseException">Something is.</exception>
    public void ThrowIfAny()
    {
        if (_lines.Count > 0)
        {
            throw new CaseException(_lines);
        }
    }
}
