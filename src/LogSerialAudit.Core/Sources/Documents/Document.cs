using NodaTime;

namespace LogSerialAudit.Sources.Documents;

/// <summary>A reader of one form of source: takes its text block by block, and gives the log lines in it to a queue.</summary>
/// <param name="form">Its form.</param>
internal abstract class Document(DocumentForm form)
{
    /// <summary>What was found so far beside the log lines.</summary>
    public DocumentSummary Summary { get; protected set; } = new() { Form = form };

    /// <summary>Takes whole lines.</summary>
    /// <param name="block">The next bytes of the source, ending with a line.</param>
    /// <param name="firstLine">The number of the first line.</param>
    public virtual void Take(ReadOnlySpan<byte> block, long firstLine)
    {
        for (var number = firstLine; !block.IsEmpty; number++)
        {
            var end = block.IndexOf((byte)'\n') + 1;
            end = end == 0 ? block.Length : end;
            TakeLine(block[..end], number);
            block = block[end..];
        }
    }

    /// <summary>Is told that bytes before the next block were not delivered: a line that was too long, a byte order mark.</summary>
    public virtual void Miss(long bytes)
    {
    }

    /// <summary>Ends the source.</summary>
    public abstract void End();

    /// <summary>Takes a line with its line end.</summary>
    protected virtual void TakeLine(ReadOnlySpan<byte> line, long number)
    {
    }

    /// <summary>Keeps the span of the messages' dates.</summary>
    protected void Saw(Instant? date)
    {
        if (date is { } at)
        {
            Summary = Summary with
            {
                First = Summary.First is { } first && first < at ? first : at,
                Last = Summary.Last is { } last && last > at ? last : at,
            };
        }
    }
}
