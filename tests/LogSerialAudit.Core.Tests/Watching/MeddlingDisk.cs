using LogSerialAudit.Watching.Logs;
using Microsoft.Win32.SafeHandles;

namespace LogSerialAudit.Core.Tests.Watching;

/// <summary>A disk on which something is done to a log before some of the steps in which it is looked at.</summary>
/// <param name="deeds">Before which step, counted from 0, and what.</param>
internal sealed class MeddlingDisk(params (int At, Action Do)[] deeds) : LogDisk
{
    /// <summary>How many steps there were.</summary>
    public int Steps { get; private set; }

    /// <summary>How many bytes of a file were seen before the first of it was done.</summary>
    public long Seen { get; private set; }

    public override IEnumerable<string> NamesIn(string folder)
    {
        Step();
        return base.NamesIn(folder);
    }

    public override FileStream? TryOpen(string path, out string? sentence)
    {
        Step();
        return base.TryOpen(path, out sentence);
    }

    public override long LengthOf(FileStream file)
    {
        Step();
        return See(base.LengthOf(file));
    }

    public override int Read(SafeFileHandle file, Span<byte> into, long from)
    {
        Step();
        var count = base.Read(file, into, from);
        _ = See(from + count);
        return count;
    }

    private long See(long length)
    {
        Seen = Steps <= deeds[0].At ? Math.Max(Seen, length) : Seen;
        return length;
    }

    private void Step()
    {
        foreach (var (_, act) in deeds.Where(deed => deed.At == Steps))
        {
            act();
        }

        Steps++;
    }
}
