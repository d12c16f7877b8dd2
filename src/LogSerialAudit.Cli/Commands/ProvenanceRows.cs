using System.Globalization;
using LogSerialAudit.Cli.Cases;
using LogSerialAudit.Evidence;
using LogSerialAudit.Reports;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit.Cli.Commands;

/// <summary>The provenance of a report: version, time zone data, command line, and every input with its size.</summary>
internal static class ProvenanceRows
{
    public static async Task<IReadOnlyList<Provenance>> OfAsync(string commandLine, Audit audit, CaseFile? itsCase, CaseEvidence evidence, bool withHash, CancellationToken cancellationToken)
    {
        var rows = new List<Provenance>
        {
            new("version", $"{App.Name} {ShowVersion.Version}"),
            new("tzdb", DateTimeZoneProviders.Tzdb.VersionId),
            new("command", commandLine),
        };
        if (itsCase is not null)
        {
            rows.Add(await OfFileAsync("case", itsCase.Path, withHash, cancellationToken));
        }

        foreach (var archive in audit.Files.Select(file => file.Scan.File.Member?.Archive).OfType<string>().Distinct())
        {
            rows.Add(await OfFileAsync("input", archive, withHash, cancellationToken));
        }

        foreach (var file in audit.Files)
        {
            var size = string.Create(CultureInfo.InvariantCulture, $"{file.Scan.File.Size ?? file.Scan.Totals.BytesRead} bytes");
            var hash = withHash ? $" {await HashAsync(file.Scan.File, cancellationToken)}" : "";
            rows.Add(new("input", $"{file.Path} {size}{hash}"));
        }

        foreach (var file in evidence.Files.Where(File.Exists))
        {
            rows.Add(await OfFileAsync("evidence", file, withHash, cancellationToken));
        }

        return rows;
    }

    private static async Task<Provenance> OfFileAsync(string item, string path, bool withHash, CancellationToken cancellationToken) =>
        new(item, $"{path} {Size(path)}{(withHash ? $" {await HashAsync(SourceFile.At(path), cancellationToken)}" : "")}");

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

        if (file.Kind == SourceKind.Within)
        {
            return "(within another input)";
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
