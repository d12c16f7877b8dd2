using System.Globalization;
using System.Text;
using LogSerialAudit.Events;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;

namespace LogSerialAudit.Core.Tests.Events;

/// <summary>Scans text and shows the events as text.</summary>
internal static class Scanning
{
    public static FileScanner NewScanner() => new(Catalogue.BuiltIn, new ProgramNames(Catalogue.BuiltIn.Programs));

    /// <summary>Scans a text in one block.</summary>
    public static FileScan Scan(string text)
    {
        var scanner = NewScanner();
        scanner.Read(Encoding.UTF8.GetBytes(text), 1);
        scanner.Finish();
        return scanner.Scan;
    }

    /// <summary><c>LINE HOST/PROGRAM[PID] KIND ZONE SERIAL/PREVIOUS PEER xCOUNT</c>; what an event does not have is left out.</summary>
    private static string Show(FileScan scan, in LogEvent shown, EventText peer)
    {
        var writer = scan.Writers.All[shown.Writer];
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{shown.Line}");
        if (writer.Host.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" {writer.Host}/{writer.Program}[{writer.Pid}]");
        }

        text.Append(' ').Append(shown.Kind.Word());
        var zone = scan.Zones[shown.Zone];
        if (zone != ZoneName.None)
        {
            text.Append(' ').Append(string.Join('/', new[] { zone.Name, zone.Class, zone.View }.Where(part => part.Length > 0)));
        }

        if (shown.Serial is { } serial)
        {
            text.Append(' ').Append(serial).Append(shown.Previous is { } previous ? $"/{previous}" : "");
        }

        return text.Append(peer.IsEmpty ? "" : $" {peer}").Append(shown.Count == 1 ? "" : $" x{shown.Count}").ToString();
    }

    /// <summary>All events.</summary>
    public static string[] Show(FileScan scan)
    {
        var shown = new List<string>();
        for (var reader = scan.Events.Read(); reader.Read();)
        {
            shown.Add(Show(scan, reader.Current, reader.Peer));
        }

        return [.. shown];
    }
}
