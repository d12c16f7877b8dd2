using CsCheck;
using LogSerialAudit.Core.Tests.Events;
using LogSerialAudit.Lines;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>What is written in any form is read back as it was meant.</summary>
public sealed class EnvelopeLawTests
{
    private static readonly Gen<WrittenLine> AnyLine =
        from micros in Gen.Long[Instant.FromUtc(2002, 1, 1, 0, 0).ToUnixTimeTicks() / 10, Instant.FromUtc(2037, 1, 1, 0, 0).ToUnixTimeTicks() / 10]
        from host in OneOf("ns1", "ns-2.example.org", "linuxmafia", "a")
        from program in OneOf("named", "/usr/sbin/named", "desec-ns/named")
        from pid in Gen.UInt[1, 4194304]
        from message in OneOf(
            "zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53 < ours (1558799284)",
            "zone example.org/IN/\"our view\": expired",
            @"client @0x7f 2001:db8::1#53 (a\032b.example): x",
            "größer als 4月: {\"MESSAGE\":\"x\"} | [pod/a/b] stdout F",
            "x")
        select new WrittenLine(Instant.FromUnixTimeTicks(micros * 10), host, program, pid, message);

    public static TheoryData<string> Forms => [.. EnvelopeForms.All.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public void ReadingGivesBackWhatWasWritten(string form)
    {
        var (keeps, write) = EnvelopeForms.All[form];
        AnyLine.Sample(line => ReadsBack(line, write(line).TrimEnd('\r'), keeps), iter: 500);
    }

    [Fact]
    public void AFileMayChangeItsFormAtEveryLine()
    {
        var at = Instant.FromUtc(2019, 5, 30, 17, 5, 36).PlusTicks(1_234_560);
        var lines = EnvelopeForms.All.Values
            .Select((form, place) => form.Write(new WrittenLine(at + Duration.FromSeconds(place), "ns1", "named", 17, $"zone z{place}.example/IN: expired")))
            .ToList();
        Assert.True(lines.Count > 30);
        var scan = Scanning.Scan(string.Join('\n', lines));
        Assert.Equal(lines.Count, scan.EventLines);
        foreach (var (found, place) in scan.Events.All.Select((found, place) => (found, place)))
        {
            Assert.Equal((place + 1, $"z{place}.example"), (found.Line, scan.Zones[found.Zone].Name));
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void ALineThatIsNoEventAllocatesNothing(string form)
    {
        const int Lines = 2000;
        var at = Instant.FromUtc(2019, 5, 30, 17, 5, 36);
        var line = EnvelopeForms.All[form].Write(new WrittenLine(at, "ns1", "named", 17, "a \"line\" that no one knows"));
        var block = Shown.Bytes(string.Concat(Enumerable.Repeat(line + "\n", Lines)));
        var scanner = Scanning.NewScanner();
        scanner.Read(block, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();

        scanner.Read(block, Lines + 1);

        // Far below what the smallest object takes.
        Assert.InRange((double)(GC.GetAllocatedBytesForCurrentThread() - before) / Lines, 0, 5);
        Assert.Equal(0, scanner.Scan.EventLines);
    }

    private static bool ReadsBack(WrittenLine written, string text, WrittenParts keeps)
    {
        var reader = new LineReader(new ProgramNames(["named"]));
        var number = 1L;
        Assert.True(reader.Read(Shown.Bytes(text), ref number, out var envelope));
        Assert.True(reader.IsServer(envelope));
        BindPrefix.Strip(ref envelope);
        var stamp = envelope.ReadStamp();
        var local = keeps.HasFlag(WrittenParts.Offset)
            ? written.At.InZone(DateTimeZone.ForOffset(Offset.FromSeconds(stamp.OffsetMinutes * 60)))
            : written.At.InZone(EnvelopeForms.Zone);
        var seconds = Period.Between(new LocalDateTime(1, 1, 1, 0, 0), local.LocalDateTime, PeriodUnits.Seconds).Seconds;
        Assert.Equal(keeps.HasFlag(WrittenParts.Time), stamp.Exists);
        Assert.Equal(keeps.HasFlag(WrittenParts.Year), stamp.HasYear);
        Assert.Equal(keeps.HasFlag(WrittenParts.Offset), stamp.HasOffset);
        if (stamp.Exists)
        {
            Assert.Equal(seconds, stamp.LocalSeconds(local.Year));
            Assert.Equal(Cut(local.NanosecondOfSecond, stamp.FractionDigits), stamp.Nanosecond);
        }

        Assert.Equal(keeps.HasFlag(WrittenParts.Host) ? written.Host : "-", Shown.Text(envelope.Host));
        Assert.Equal(keeps.HasFlag(WrittenParts.Program) ? written.Program : "-", Shown.Text(envelope.Program));
        Assert.Equal(keeps.HasFlag(WrittenParts.Pid) ? written.Pid : 0, envelope.Pid);
        Assert.Equal(written.Message, Shown.Text(envelope.Message));
        return true;
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(place => texts[place]);

    private static int Cut(int nanosecond, int digits)
    {
        var unit = (int)Math.Pow(10, 9 - digits);
        return nanosecond / unit * unit;
    }
}
