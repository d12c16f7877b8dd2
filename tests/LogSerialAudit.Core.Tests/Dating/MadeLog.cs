using System.Globalization;
using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Dating;
using LogSerialAudit.Messages;
using LogSerialAudit.Reports;
using LogSerialAudit.Sources;
using NodaTime;
using NodaTime.Text;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>A log set written line by line for one case; times are UTC, the stamps in it local and without a year.</summary>
internal sealed class MadeLog(string zone = "America/Los_Angeles")
{
    private readonly List<TrueFile> _files = [];
    private readonly List<TrueLine> _lines = [];
    private DateTimeZone _zone = DateTimeZoneProviders.Tzdb[zone];

    /// <summary>What the operator says; by default the right zone, and a present long after.</summary>
    public DatingOptions Options { get; set; } = new()
    {
        LogZone = DateTimeZoneProviders.Tzdb[zone],
        Now = At("2026-03-01T00:00:00"),
    };

    /// <summary>Writes a line each step from a time on, up to another.</summary>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC.</param>
    /// <param name="every">The step, in minutes.</param>
    /// <param name="message">The message; <c>{serial}</c> is the unixtime of three seconds before, <c>{later}</c> that of four minutes after.</param>
    /// <param name="host">The host.</param>
    public MadeLog Lines(string from, string to, double every, string message = "all zones loaded", string host = "ns1")
    {
        for (var at = At(from); at < At(to); at += Duration.FromSeconds(Math.Floor(every * 60)))
        {
            Add(at, at, message, host);
        }

        return this;
    }

    /// <summary>Writes one line.</summary>
    public MadeLog Line(string at, string message = "all zones loaded", string host = "ns1", bool isUnset = false)
    {
        Add(At(at), At(at), message, host, isUnset);
        return this;
    }

    /// <summary>Writes lines of a program that is no name server.</summary>
    public MadeLog Other(string from, string to, double every)
    {
        Lines(from, to, every, "(root) CMD (true)");
        for (var line = _lines.Count - 1; line >= 0 && _lines[line].At >= At(from); line--)
        {
            _lines[line] = _lines[line] with { Text = _lines[line].Text.Replace("named[1]", "CRON[1]", StringComparison.Ordinal) };
        }

        return this;
    }

    /// <summary>Writes a line each step, of one host and another in turn, each with its clock so many minutes ahead.</summary>
    public MadeLog Turns(string from, string to, double every, string one, double oneAhead, string other, double otherAhead)
    {
        var isOne = true;
        for (var at = At(from); at < At(to); at += Duration.FromSeconds(Math.Floor(every * 60)), isOne = !isOne)
        {
            Add(at + Duration.FromMinutes(isOne ? oneAhead : otherAhead), at, "all zones loaded", isOne ? one : other);
        }

        return this;
    }

    /// <summary>Writes the lines from here on in another zone.</summary>
    public MadeLog InZone(string id)
    {
        _zone = DateTimeZoneProviders.Tzdb[id];
        return this;
    }

    /// <summary>Writes one line with a stamp as it stands here.</summary>
    public MadeLog Stamped(string stamp, string at, string message = "all zones loaded", string program = "named[1]")
    {
        _lines.Add(new TrueLine($"{stamp} ns1 {program}: {message}", At(at), At(at), false));
        return this;
    }

    /// <summary>Ends a file with the lines written since the last one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="modified">Its time of last change, UTC; without one, that of a copy made in 2026.</param>
    /// <param name="gzip">The time in its gzip header, UTC; empty for none.</param>
    public MadeLog File(string name, string modified = "2026-02-01T00:00:00", string gzip = "")
    {
        _files.Add(new TrueFile(name, [.. _lines], At(modified), !name.EndsWith(".gz", StringComparison.Ordinal) ? null : gzip.Length == 0 ? 0 : (uint)At(gzip).ToUnixTimeSeconds()));
        _lines.Clear();
        return this;
    }

    /// <summary>Reads the set: how many instants are right, wrong and marked, what the coverage says, and the reasons that are given.</summary>
    public (int Rows, int Wrong, int Marked, IReadOnlyList<CoverageRow> Coverage, IReadOnlyList<string> Reasons) Read()
    {
        using var folder = new TempFolder();
        foreach (var file in _files)
        {
            System.IO.File.SetLastWriteTimeUtc(folder.Write(file.Name, file.Bytes), file.Modified.ToDateTimeUtc());
        }

        var audit = Audit.Run(SourceFinder.Find([folder.Path]), Catalogue.BuiltIn, Options);
        var truth = _files.ToDictionary(file => folder.At(file.Name), file => file.Lines);
        var (wrong, marked) = (0, 0);
        foreach (var dated in audit.Sequence.Events)
        {
            var line = truth[audit.Sequence.Files[dated.File].Path][(int)dated.Line.Line - 1];
            marked += dated.At.Mark == DatingMark.None ? 0 : 1;
            wrong += (dated.At.Mark == DatingMark.None && (dated.At.At != line.At || line.ClockWasUnset))
                || (dated.At.Mark == DatingMark.Ambiguous && dated.At.At != line.At && dated.At.Other != line.At) ? 1 : 0;
        }

        return (audit.Sequence.Count, wrong, marked, [.. audit.Files.Select(file => CoverageRow.Of(file, audit.Dating))], [.. audit.Files.SelectMany(file => file.Hosts).SelectMany(host => host.Part.Reasons)]);
    }

    public static Instant At(string utc) => InstantPattern.General.Parse(utc + "Z").Value;

    private void Add(Instant at, Instant received, string message, string host, bool isUnset = false)
    {
        var local = at.InZone(_zone).LocalDateTime;
        var text = message.Replace("{serial}", (at.ToUnixTimeSeconds() - 3).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        text = text.Replace("{anhourlater}", (at.ToUnixTimeSeconds() + 3590).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        text = text.Replace("{later}", (at.ToUnixTimeSeconds() + 240).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        _lines.Add(new TrueLine(
            string.Create(CultureInfo.InvariantCulture, $"{local.ToString("MMM", CultureInfo.InvariantCulture)} {local.Day,2} {local.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {host} named[1]: {text}"), at, received, isUnset));
    }
}
