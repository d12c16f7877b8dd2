using LogSerialAudit.Sources;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Watching.Logs;

/// <summary>
/// The text of a pipe, behind the beginning of a line that the last run left. logtail2 cuts a line that is being written, and gives
/// the other part of it next time; where the text begins with a line of its own, the beginning was all there will be of its line.
/// </summary>
internal sealed class PipedText : IDisposable
{
    private const int MostKept = 64 * 1024;
    private readonly FileStream? _owned;

    private PipedText(MarkedSource text, FileStream? owned) => (Text, _owned) = (text, owned);

    /// <summary>The text.</summary>
    public MarkedSource Text { get; }

    /// <summary>Opens a pipe; null with a sentence where that fails.</summary>
    /// <param name="file">The pipe.</param>
    /// <param name="standardInput">What it is where it is standard input.</param>
    /// <param name="rest">What the last run left.</param>
    /// <param name="judge">Who tells a line.</param>
    /// <param name="trouble">Why not.</param>
    public static PipedText? Open(SourceFile file, Stream standardInput, byte[] rest, ILineJudge judge, out string? trouble)
    {
        trouble = null;
        var owned = file.Kind == SourceKind.Pipe ? SourceOpener.TryOpen(file.Path, out trouble) : null;
        if (trouble is not null)
        {
            return null;
        }

        try
        {
            var source = ByteSource.Over(owned ?? standardInput, null);
            ByteSource text = rest.Length == 0 ? source : new JoinedSource(Begin(source, rest, judge), source);
            return new PipedText(new MarkedSource(text, 0, 0, default, MostKept), owned);
        }
        catch (IOException error)
        {
            owned?.Dispose();
            trouble = $"{file.Path}: reading failed: {error.Message.TrimEnd('.')}";
            return null;
        }
    }

    /// <summary>Closes it; standard input stays open.</summary>
    public void Dispose() => _owned?.Dispose();

    private static byte[] Begin(ByteSource source, byte[] rest, ILineJudge judge)
    {
        var first = new byte[MostKept];
        var filled = 0;
        while (filled < first.Length && !first.AsSpan(0, filled).Contains((byte)'\n') && source.Read(first.AsSpan(filled)) is var count and > 0)
        {
            filled += count;
        }

        var text = first.AsSpan(0, filled);
        var end = text.IndexOf((byte)'\n');
        var line = end < 0 ? text : text[..end];
        var isWhole = line.StartsWith("***"u8) || (judge.Judge(line) & (LineTraits.Stamped | LineTraits.Event)) != 0;
        return isWhole ? [.. rest, (byte)'\n', .. text] : [.. rest, .. text];
    }
}
