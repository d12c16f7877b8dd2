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
    public static string Show(FileScan scan, in LogEvent shown)
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

        var peer = shown.Peer.ToString();
        return text.Append(peer.Length > 0 ? $" {peer}" : "").Append(shown.Count == 1 ? "" : $" x{shown.Count}").ToString();
    }

    public static string[] Show(FileScan scan) => [.. scan.Events.All.Select(shown => Show(scan, shown))];
}
