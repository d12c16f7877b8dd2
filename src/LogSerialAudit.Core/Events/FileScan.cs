using LogSerialAudit.Dating;

namespace LogSerialAudit.Events;

/// <summary>What a scan of one file found, and an account of every line and byte of it.</summary>
public sealed class FileScan
{
    /// <summary>Makes the scan of a file of which nothing was read.</summary>
    public FileScan()
        : this(new EventStore(), new ZonePool())
    {
    }

    internal FileScan(EventStore events, ZonePool zones) => (Events, Zones) = (events, zones);

    /// <summary>The events, in line order.</summary>
    public EventStore Events { get; }

    /// <summary>Who wrote them.</summary>
    public WriterPool Writers { get; } = new();

    /// <summary>The zones they name, perhaps with those of other files.</summary>
    public ZonePool Zones { get; }

    /// <summary>The stamps of all the lines.</summary>
    public FileClock Clock { get; } = new();

    /// <summary>The header of the first gzip member; null for plain text, or while nothing is read.</summary>
    public Sources.GzipHeader? Gzip { get; internal set; }

    /// <summary>Lines read.</summary>
    public long Lines { get; set; }

    /// <summary>Lines that are events.</summary>
    public long EventLines { get; set; }

    /// <summary>Lines of servers that were shortened by what showed them, and so are no events; and the number of the first.</summary>
    public (long Count, long First) Shortened { get; set; }

    /// <summary>Lets go of the events found so far.</summary>
    internal void LetGo() => Events.Clear();

    /// <summary>Lets go of what only reading on needs.</summary>
    /// <param name="isWhole">Whether all of the file was read, so that no line of it can contradict the others any more.</param>
    internal void Close(bool isWhole)
    {
        Events.Close();
        Writers.Close();
        Clock.Close(isWhole);
    }

    /// <summary>Lets go of all but the account: the events were handed over, and none follows.</summary>
    internal void End()
    {
        LetGo();
        Writers.End();
        Clock.End();
    }
}
