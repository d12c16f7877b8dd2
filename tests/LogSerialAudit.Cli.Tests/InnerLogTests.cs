using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>Logs within what can be read once: archives on standard input, packed attachments of mails.</summary>
public sealed class InnerLogTests : IDisposable
{
    private const string Line = "May 25 18:00:00 ns2 named[7]: zone example.org/IN: serial number (1558725628) received from master 192.0.2.1#53 < ours (1558799284)\n";
    private readonly LogFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("report --format csv --table episodes")]
    [InlineData("report --format csv --table timeline")]
    [InlineData("report --format csv --table coverage")]
    [InlineData("extract")]
    public async Task ATarOnStandardInputIsReadLikeOneInAFile(string command)
    {
        string[] args = [.. command.Split(' '), "--log-zone", "America/Los_Angeles"];
        var tar = _folder["logs.tar"];
        await TarFile.CreateFromDirectoryAsync("samples/balug-2019-05/linuxmafia", tar, includeBaseDirectory: false, TestContext.Current.CancellationToken);
        var named = await Run.Of([.. args, tar]);
        var bytes = await File.ReadAllBytesAsync(tar, TestContext.Current.CancellationToken);
        foreach (var input in new[] { bytes, Gzip(bytes), Tar(("logs.tar", bytes)) })
        {
            var piped = await Run.Of(Run.World(input), [.. args, "-"]);

            Assert.Equal(named.Output.Replace($"{tar}:", "", StringComparison.Ordinal), Bare(piped.Output));
            Assert.Equal((ExitCode.Done, ""), (piped.ExitCode, piped.Errors));
        }

        // A name that begins like a formula is written as none.
        static string Bare(string output) => Regex.Replace(output, "\"'-:(?:logs.tar:)?([^\"]*)\"", "$1");
    }

    /// <summary>What comes; what is said; the files of the coverage.</summary>
    public static TheoryData<string, byte[], string, string> Inputs
    {
        get
        {
            var log = Bytes(Line);
            var tar = Tar(("a.log", log));
            return new()
            {
                { "two of one name", Tar(("a.log", log), ("a.log", Bytes(Line + Line))), "-: 1 member left out: a.log (it stands there again further on)", "-:a.log 2" },
                { "a log and its packed copy", Tar(("a.log.1.gz", Gzip(log)), ("a.log.1", log)), "", "-:a.log.1 1" },
                { "a log and another one packed", Tar(("a.log.2.gz", Gzip(log)), ("a.log.1", Bytes(Line + Line))), "", "-:a.log.2.gz 1, -:a.log.1 2" },
                { "two folders", Tar(("x/a.log", log), ("y/a.log", log)), "", "-:x/a.log 1, -:y/a.log 1" },
                { "no log at all", Tar(("a.pdf", log)), "-: 1 member left out: a.pdf (.pdf files are not logs)\n-: no log in this archive", "" },
                { "an archive in an archive in an archive", Tar(("b.tar", Tar(("c.tar", tar), ("b.log", log)))), "-: 1 member cannot be read: b.tar:c.tar (a tar archive in an archive in an archive)", "-:b.tar:b.log 1" },
                { "zip", Zip(("x/a.log", log), ("b.log.gz", Gzip(log))), "", "-:x/a.log 1, -:b.log.gz 1" },
                { "zip, packed again", Gzip(Zip(("a.log", log))), "", "-:a.log 1" },
                { "zip without its end", Zip(("a.log", log))[..^30], "-: the directory at the end of the zip archive is missing or damaged, as of one cut short; zip -FF may repair it", "" },
                { "zip in tar", Tar(("b.zip", Zip(("a.log", log))), ("b.log", log)), "", "-:b.zip:a.log 1, -:b.log 1" },
                { "zip in tar in tar", Tar(("b.tar", Tar(("b.zip", Zip(("a.log", log))), ("b.log", log)))), "-: 1 member cannot be read: b.tar:b.zip (a zip archive in an archive in an archive)", "-:b.tar:b.log 1" },
                { "cut", tar[..600], "-: the archive ends early at byte N; which members stand behind is not known\n-:a.log: the archive ends early at byte N; 1 cut line (88 bytes) left out", "" },
                { "a damaged member", Tar(("a.log.gz", Gzip(log)[..^6]), ("b.log", log)), "-:a.log.gz: compressed data ends early at byte N (of N), after 132 bytes of text", "-:a.log.gz 1, -:b.log 1" },
                { "UTF-16 in tar", Tar(("a.log", [0xff, 0xfe, .. Encoding.Unicode.GetBytes(Line)])), "", "-:a.log 1" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task WhatOfAPipedArchiveIsNotReadIsSaid(string what, byte[] input, string said, string files)
    {
        var (errors, coverage) = await Read(input);
        Assert.Equal($"{what}: {said}\n{files}", $"{what}: {errors}\n{coverage}");
    }

    [Fact]
    public async Task AZipThatIsTooLongForMemoryIsRefused() => Assert.Equal(
        ("-: a zip archive of over 64 MiB, whose directory stands at its end, which is read from a file only", ""),
        await Read([.. Zip(("a.log", Bytes(Line))), .. new byte[64 * 1024 * 1024]]));

    /// <summary>What is attached; what is said; the files of the coverage.</summary>
    public static TheoryData<string, (string Name, byte[] Bytes)[], string, string> Attachments
    {
        get
        {
            var log = Bytes(Line);
            return new()
            {
                { "gzip", [("a.log.1.gz", Gzip(log))], "", "mail.eml 0, mail.eml:a.log.1.gz 1" },
                { "tar and gzip", [("logs.tgz", Gzip(Tar(("var/a.log", log))))], "", "mail.eml 0, mail.eml:logs.tgz:var/a.log 1" },
                { "zip", [("logs.zip", Zip(("var/a.log", log), ("b.log.gz", Gzip(log))))], "", "mail.eml 0, mail.eml:logs.zip:var/a.log 1, mail.eml:logs.zip:b.log.gz 1" },
                { "a rotated log in its order", [("a.log", Gzip(log)), ("a.log.2.gz", Gzip(log)), ("a.log.1.gz", Gzip(log))], "", "mail.eml 0, mail.eml:a.log.2.gz 1, mail.eml:a.log.1.gz 1" },
                { "two of one name", [("a.log.gz", Gzip(log)), ("a.log.gz", Gzip(Bytes(Line + Line)))], "", "mail.eml 0, mail.eml:a.log.gz 1, mail.eml:15/a.log.gz 2" },
                { "not packed for all its name", [("a.log.gz", log)], "", "mail.eml 0, mail.eml:a.log.gz 1" },
                { "no text", [("a.zip", Zip(("a.log", [.. Enumerable.Range(0, 2000).Select(value => (byte)(value % 31))])))], "mail.eml:a.zip: 1 member left out: a.log (binary data)\nmail.eml:a.zip: no log in this archive", "mail.eml 0" },
                { "cut", [("a.log.gz", Gzip(log)[..^6])], "mail.eml:a.log.gz: compressed data ends early at byte N (of N), after 132 bytes of text", "mail.eml 0, mail.eml:a.log.gz 1" },
                { "a zip without an end", [("logs.zip", Zip(("a.log", log))[..^20])], "mail.eml:logs.zip: the directory at the end of the zip archive is missing or damaged, as of one cut short; zip -FF may repair it", "mail.eml 0" },
                { "a mail in a zip", [("logs.zip", Zip(("b.eml", Mail(("c.log.gz", Gzip(log))))))], "", "mail.eml 0, mail.eml:logs.zip:b.eml 0" },
                { "hostile names", [("../../etc/a\u001b[2J.log.gz", Gzip(log))], "", "mail.eml 0, mail.eml:../../etc/a\\\\x1b[2J.log.gz 1" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Attachments))]
    public async Task PackedAttachmentsAreRead(string what, (string Name, byte[] Bytes)[] files, string said, string coverage)
    {
        var path = _folder.Write("mail.eml", Mail(files));
        var (errors, found) = await Read([], path);
        Assert.Equal($"{what}: {said}\n{coverage}", $"{what}: {errors}\n{found}".Replace($"{_folder.Path}/", "", StringComparison.Ordinal));

        // From standard input the same.
        var (pipedErrors, piped) = await Read(Mail(files));
        Assert.Equal((said.Replace("mail.eml", "-", StringComparison.Ordinal), coverage.Replace("mail.eml", "-", StringComparison.Ordinal)), (pipedErrors, piped));
    }

    [Fact]
    public async Task EachMailOfAMailboxIsAFolderAndItsDateABound()
    {
        var box = string.Concat(new[] { "2018", "2019" }.Select(year =>
            $"From a@example.org Sat May 26 10:00:00 {year}\n{Encoding.Latin1.GetString(Mail(("a.log.gz", Gzip(Bytes(Line.Replace("15587", "7", StringComparison.Ordinal)))))).Replace("2019", year, StringComparison.Ordinal)}\n"));
        var run = await Run.Of(Run.World(box), "report", "--log-zone", "UTC", "--format", "tsv", "--table", "coverage", "--columns", "file,first_utc,year_source", "-");

        Assert.Equal("file\tfirst_utc\tyear_source\n\"'-\"\t\t\n\"'-:a.log.gz\"\t2018-05-25T18:00:00Z\tmail-date\n\"'-:2/a.log.gz\"\t2019-05-25T18:00:00Z\tmail-date\n", run.Output);
    }

    [Fact]
    public async Task ABombInAMailIsRefused()
    {
        var bomb = Gzip(new byte[64 * 1024 * 1024]);
        var path = _folder.Write("mail.eml", Mail(("a.log.gz", bomb), ("b.log.gz", Gzip(Bytes(Line)))));
        var run = await Run.Of("report", "--log-zone", "UTC", "--format", "csv", "--table", "coverage", "--max-expand", "100:1M", path);

        Assert.Equal(ExitCode.Trouble, run.ExitCode);
        Assert.Contains("over 100 to 1, as in a trap to fill memory; --max-expand allows more", run.Errors, StringComparison.Ordinal);
    }

    private static async Task<(string Errors, string Coverage)> Read(byte[] input, string path = "-")
    {
        var run = await Run.Of(Run.World(input), "report", "--log-zone", "UTC", "--year", "2019", "--format", "json", "--table", "coverage", "--columns", "file,events", path);
        var rows = run.Output.Split("{\"file\":\"").Skip(1).Select(row => row.Split("\",\"events\":")).Select(row => $"{row[0]} {new string([.. row[1].TakeWhile(char.IsAsciiDigit)])}");
        return (Regex.Replace(run.Errors.Replace("logserialaudit: ", "", StringComparison.Ordinal).TrimEnd(), "byte [0-9]+( \\(of [0-9]+)?", match => match.Groups[1].Success ? "byte N (of N" : "byte N"), string.Join(", ", rows));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Tar(params (string Name, byte[] Bytes)[] members)
    {
        using var file = new MemoryStream();
        using (var tar = new TarWriter(file, TarEntryFormat.Ustar))
        {
            foreach (var (name, bytes) in members)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes), ModificationTime = DateTimeOffset.UnixEpoch });
            }
        }

        return file.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] members)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in members)
            {
                using var content = zip.CreateEntry(name).Open();
                content.Write(bytes);
            }
        }

        return file.ToArray();
    }

    private static byte[] Mail(params (string Name, byte[] Bytes)[] files) => Bytes(
        "From: a@example.org\nDate: Sun, 26 May 2019 10:00:00 +0000\nContent-Type: multipart/mixed; boundary=b\n\n"
        + string.Concat(files.Select(file => $"--b\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=\"{file.Name}\"\n\n{Convert.ToBase64String(file.Bytes)}\n"))
        + "--b--\n");
}
