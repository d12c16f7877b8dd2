using System.Globalization;
using LogSerialAudit.Reports;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit.Cli.Commands;

/// <summary>The provenance of a report: version, time zone data, command line, and every input with its size.</summary>
internal static class ProvenanceRows
{
    public static async Task<IReadOnlyList<Provenance>> OfAsync(string commandLine, Audit audit, bool withHash, CancellationToken cancellationToken)
    {
        var rows = new List<Provenance>
        {
            new("version", $"{App.Name} {ShowVersion.Version}"),
            new("tzdb", DateTimeZoneProviders.Tzdb.VersionId),
            new("command", commandLine),
        };
        foreach (var archive in audit.Files.Select(file => file.Scan.File.Member?.Archive).OfType<string>().Distinct().Select(SourceFile.At))
        {
            var hash = withHash ? $" {await HashAsync(archive, cancellationToken)}" : "";
            rows.Add(new("input", $"{archive.Path} {Size(archive.Path)}{hash}"));
        }

        foreach (var file in audit.Files)
        {
            var size = string.Create(CultureInfo.InvariantCulture, $"{file.Scan.File.Size ?? file.Scan.Totals.BytesRead} bytes");
            var hash = withHash ? $" {await HashAsync(file.Scan.File, cancellationToken)}" : "";
            rows.Add(new("input", $"{file.Path} {size}{hash}"));
        }

        return rows;
    }

    private static string Size(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} bytes") : "(gone)";
    }

    private static async Task<string> HashAsync(SourceFile file, CancellationToken cancellationToken)
    {
        if (file.Member is { } member)
        {
            return $"(in {member.Archive})";
        }

        if (file.Kind != SourceKind.File)
        {
            return "(not hashed: it can be read only once)";
        }

        try
        {
            await using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return "sha256:" + await ContentHash.HexOfAsync(stream, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "(not hashed: it could not be read)";
        }
    }
}
