using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.Vms;

namespace LogSerialAudit.Core.Tests.Evidence;

/// <summary>Lines of a hypervisor's log of a virtual machine.</summary>
public sealed class VmLogTests
{
    /// <summary>A line, what it is, and the reason it names. The generations are those of libvirt 1.2 to 11.</summary>
    public static TheoryData<string, string, string?> Understood => new()
    {
        { "2014-03-02 10:11:12.345+0000: starting up", "Start 2014-03-02T10:11:12.345Z", null },
        { "2016-05-01 00:00:00.000+0000: starting up libvirt version: 1.3.1, package: 1ubuntu10 (x <a@b>, Fri, 15 Apr 2016 12:08:21 +0200), qemu version: 2.5.0 (Debian 1:2.5+dfsg-5ubuntu10), hostname: vm1", "Start 2016-05-01T00:00:00.000Z", null },
        { "2024-02-29 23:59:60.000+0000: starting up libvirt version: 11.1.0, package: 1.fc42, qemu version: 10.0.0Debian 1:10.0.0+ds-2~bpo12+2, kernel: 6.1.0, hostname: h.example", "Start 2024-02-29T23:59:59.000Z", null },
        { "2019-05-25 07:38:01.482+0000: attaching libvirt version: 5.0.0", "Start 2019-05-25T07:38:01.482Z", null },
        { "2015-01-01 00:00:00.001+0000: shutting down", "Stop 2015-01-01T00:00:00.001Z", null },
        { "2019-05-25 16:42:59.970+0000: shutting down, reason=shutdown", "Stop 2019-05-25T16:42:59.970Z", "shutdown" },
        { "2019-05-25 16:49:33.468+0000: shutting down, reason=destroyed", "Stop 2019-05-25T16:49:33.468Z", "destroyed" },
        { "2019-05-25 16:49:33.468+0000: shutting down, reason=from snapshot", "Stop 2019-05-25T16:49:33.468Z", "from snapshot" },
        { "2019-05-25 16:49:33.468+0000: initiating migration", "MigrationStart 2019-05-25T16:49:33.468Z", null },
        { "2019-05-25 16:49:33.468+0000: Domain id=3 is tainted: host-cpu", "Note 2019-05-25T16:49:33.468Z", null },
        { "2019-07-24T06:47:22.188194Z qemu-system-x86_64: terminating on signal 15 from pid 2155 (/usr/sbin/libvirtd)", "Note 2019-07-24T06:47:22.188Z", null },
        { "2019-05-25 16:49:33.468+0000: shutting downstairs", "Note 2019-05-25T16:49:33.468Z", null },
    };

    /// <summary>Lines that begin like a time and are none, with the column and what is expected there.</summary>
    public static TheoryData<string, int, string> Refused => new()
    {
        { "2019-13-25 16:49:33.468+0000: starting up", 6, "a month, 01 to 12" },
        { "2019-02-29 16:49:33.468+0000: starting up", 9, "a day of that month" },
        { "2019-00-25 16:49:33.468+0000: starting up", 6, "a month, 01 to 12" },
        { "1969-05-25 16:49:33.468+0000: starting up", 1, "a year of four digits" },
        { "2019-05-25 24:49:33.468+0000: starting up", 12, "an hour, 00 to 23" },
        { "2019-05-25 16:60:33.468+0000: starting up", 15, "a minute, 00 to 59" },
        { "2019-05-25 16:49:61.468+0000: starting up", 18, "a second, 00 to 60" },
        { "2019-05-25 16:49:33+0000: starting up", 20, "." },
        { "2019-05-25 16:49:33.4+0000: starting up", 21, "milliseconds or microseconds" },
        { "2019-05-25 16:49:33.468-0700: starting up", 24, "+0000, a colon and a blank" },
        { "2019-05-25 16:49:33.468+0000 starting up", 29, ":" },
        { "2019-07-24T06:47:22.188194+00:00 qemu-system-x86_64: x", 27, "Z and a blank" },
    };

    /// <summary>Lines that are none of a time, and say nothing.</summary>
    public static TheoryData<string> PassedOver =>
    [
        "",
        "LC_ALL=C \\",
        "PATH=/usr/bin QEMU_AUDIO_DRV=none /usr/bin/kvm -name balug -secret id=x,data=y",
        "Domain id=3 is tainted: high-privileges",
        "char device redirected to /dev/pts/2 (label charserial0)",
        "20190525 16:49:33.468+0000: starting up",
        "2019/05/25 16:49:33.468+0000: starting up",
        "May 25 16:49:33 host libvirtd[1]: starting up",
    ];

    [Theory]
    [MemberData(nameof(Understood))]
    public void EveryGenerationIsUnderstood(string line, string what, string? reason)
    {
        var entry = Assert.Single(Read(line, out var errors).Entries);
        Assert.DoesNotContain(errors, error => error.Line > 0);
        var at = entry.At.ToString("uuuu-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((what, reason, line), ($"{entry.Kind} {at}", entry.Reason, entry.Text));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void WhatBeginsLikeATimeAndIsNoneIsPointedAt(string line, int column, string expected)
    {
        Assert.Empty(Read(line, out var errors).Entries);
        Assert.Equal(new EvidenceError(errors[0].File, 2, column, $"not a time of a hypervisor's log; expected {expected}"), errors[0]);
    }

    [Theory]
    [MemberData(nameof(PassedOver))]
    public void WhatHasNoTimeSaysNothing(string line)
    {
        Assert.Empty(Read(line, out var errors).Entries);
        Assert.Equal("no virtual machine starts or stops here; expected lines such as 2019-05-25 15:45:36.856+0000: starting up", Assert.Single(errors).Message);
    }

    [Fact]
    public void AFileThatIsNotThereIsSaid()
    {
        var errors = new List<EvidenceError>();
        Assert.Empty(VmLog.Read("host", "/no/such/file.log", errors).Entries);
        Assert.Contains("no such file", errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ARotatedLogIsOneAndTwoMachinesAreNotOne()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "balug.log.1"), "2019-05-25 16:00:00.000+0000: starting up\n");
            File.WriteAllText(Path.Combine(folder.FullName, "balug.log"), "2019-05-25 17:00:00.000+0000: shutting down, reason=crashed\n");
            var errors = new List<EvidenceError>();
            var run = Assert.Single(VmRun.Of(VmLog.Read("host", folder.FullName, errors)));
            Assert.Equal((0, true, "crashed"), (errors.Count, run.IsWhole, run.Stop!.Reason));

            File.WriteAllText(Path.Combine(folder.FullName, "other.log"), "2019-05-25 16:30:00.000+0000: starting up\n");
            Assert.Empty(VmLog.Read("host", folder.FullName, errors).Entries);
            Assert.Equal("logs of several machines (balug.log, other.log): name those of one, such as balug.log*", Assert.Single(errors).Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void AFaultInManyLinesIsSaidOnce()
    {
        Assert.Empty(Read(string.Join('\n', Enumerable.Repeat("2019-13-25 16:49:33.468+0000: starting up", 1000)), out var errors).Entries);
        Assert.EndsWith("expected a month, 01 to 12; the same in 999 others", Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    private static VmLog Read(string line, out List<EvidenceError> errors)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $"some text\n{line}\n");
            errors = [];
            return VmLog.Read("host", file, errors);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
