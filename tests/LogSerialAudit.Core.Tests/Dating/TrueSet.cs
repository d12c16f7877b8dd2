using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>A made log set, and how it was made.</summary>
/// <param name="Settings">What was chosen, one word each, to sort results by.</param>
/// <param name="Zone">The zone that its stamps are in.</param>
/// <param name="Now">When it is read.</param>
/// <param name="Files">Its files.</param>
internal sealed record TrueSet(IReadOnlyList<string> Settings, DateTimeZone Zone, Instant Now, IReadOnlyList<TrueFile> Files)
{
    /// <summary>Hosts that are in another zone, which the operator says.</summary>
    public IReadOnlyDictionary<string, DateTimeZone> HostZones { get; init; } = new Dictionary<string, DateTimeZone>();

    /// <summary>The zone that the operator says for all others, which may be wrong.</summary>
    public DateTimeZone Declared { get; init; } = Zone;

    /// <summary>Writes the files into a folder.</summary>
    /// <param name="folder">The folder, which is made where it is missing.</param>
    /// <param name="truth">Where to write what dating should find; null for nowhere.</param>
    public void Write(string folder, string? truth = null)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file.Name);
            File.WriteAllBytes(path, file.Bytes);
            File.SetLastWriteTimeUtc(path, file.Modified.ToDateTimeUtc());
        }

        if (truth is not null)
        {
            File.WriteAllLines(truth, Files
                .SelectMany(file => file.Lines.Select((line, place) => $"{file.Name}:{place + 1} {(line.ClockWasUnset ? "unset" : line.At)} {line.Text}"))
                .Prepend($"{string.Join(' ', Settings)}; {Zone.Id}, read at {Now}"));
        }
    }
}
