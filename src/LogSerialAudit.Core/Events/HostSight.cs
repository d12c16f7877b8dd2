using LogSerialAudit.Lines;

namespace LogSerialAudit.Events;

/// <summary>What was last seen of a host's stamps in a file.</summary>
/// <param name="number">Its number among the hosts of the file.</param>
/// <param name="host">Its name; empty where the lines name none.</param>
/// <param name="within">The file that grep names before its lines; empty where there is none.</param>
internal sealed class HostSight(int number, byte[] host, byte[] within)
{
    /// <summary>No stamp is longer than this.</summary>
    public const int MostOfStamp = 64;

    private readonly byte[] _day = new byte[32];
    private int _dayLength;

    /// <summary>Its number among the hosts of the file.</summary>
    public int Number => number;

    /// <summary>Its name; empty where the lines name none.</summary>
    public byte[] Host => host;

    /// <summary>The file that grep names before its lines; empty where there is none.</summary>
    public byte[] Within => within;

    /// <summary>The form of the last stamp.</summary>
    public StampForm Form { get; set; }

    /// <summary>Its time of day, as a number that grows with it.</summary>
    public ulong Time { get; set; }

    /// <summary>Whether the next line is to be seen whatever it says.</summary>
    public bool SeesNext { get; set; }

    /// <summary>The last line that was not shown to the clock; 0 where there is none.</summary>
    public long LastLine { get; set; }

    /// <summary>Where its stamp begins in the block; negative where it is in <see cref="LastCopy"/>.</summary>
    public int LastStart { get; set; }

    /// <summary>The stamp of a line that was put together from parts, or decoded.</summary>
    public byte[]? LastCopy { get; set; }

    /// <summary>The day as the last stamp writes it.</summary>
    public ReadOnlySpan<byte> Day => _day.AsSpan(0, _dayLength);

    /// <summary>Remembers the day; one too long for a day is none.</summary>
    public void SetDay(ReadOnlySpan<byte> day)
    {
        _dayLength = day.Length > _day.Length ? 0 : day.Length;
        day[.._dayLength].CopyTo(_day);
    }
}
