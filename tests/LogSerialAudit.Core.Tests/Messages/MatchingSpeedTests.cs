using System.Diagnostics;
using System.Reflection;
using System.Text;
using LogSerialAudit.Messages;

namespace LogSerialAudit.Core.Tests.Messages;

/// <summary>Guards against a matcher that became slow, by comparing it with work on the same bytes in the same process.</summary>
public sealed class MatchingSpeedTests
{
    private const string Envelope = "May 30 10:05:36 linuxmafia named[11750]: ";

    // Below what is measured by as much as machines differ, and high enough to see a lost dispatch.
    private const double LeastOfSplitting = 0.03;

    [Fact]
    public void AMatchAllocatesNothing()
    {
        var buffer = Lines(10);
        Matched(buffer);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Matched(buffer);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void MatchingKeepsUpWithSplittingTheSameLines()
    {
        var debuggable = typeof(Catalogue).Assembly.GetCustomAttribute<DebuggableAttribute>();
        Assert.SkipWhen(debuggable is { IsJITOptimizerDisabled: true }, "says nothing about code that is not optimised");
        var buffer = Lines(4);
        var (splitting, matching) = (double.MaxValue, double.MaxValue);

        // Rounds shorter than a time slice, and the best of many: what else the machine does moves neither.
        for (var round = 0; round < 2000; round++)
        {
            splitting = Math.Min(splitting, Seconds(() => Split(buffer)));
            matching = Math.Min(matching, Seconds(() => Matched(buffer)));
        }

        Assert.True(splitting / matching >= LeastOfSplitting, $"{splitting / matching:F3} of the speed of splitting");
    }

    private static double Seconds(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static int Split(ReadOnlySpan<byte> buffer)
    {
        var lines = 0;
        for (int end; (end = buffer.IndexOf((byte)'\n')) >= 0; buffer = buffer[(end + 1)..])
        {
            lines++;
        }

        return lines;
    }

    private static int Matched(ReadOnlySpan<byte> buffer)
    {
        var matcher = Catalogue.BuiltIn.ForProgram("named"u8)!;
        var match = default(MessageMatch);
        var matched = 0;
        for (int end; (end = buffer.IndexOf((byte)'\n')) >= 0; buffer = buffer[(end + 1)..])
        {
            matched += matcher.TryMatch(buffer[Envelope.Length..end], ref match) ? 1 : 0;
        }

        return matched;
    }

    // The shapes that make up most of a secondary's log, in the order in which they come.
    private static byte[] Lines(int times)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < times * 10; i++)
        {
            var zone = $"zone{i % 7}.example.org/IN";
            var serial = 1558700000 + i;
            foreach (var message in new[]
            {
                $"client @0x7f0b3b703c98 198.144.194.238#{i + 1024}: received notify for zone 'zone{i % 7}.example.org'",
                $"zone {zone}: notify from 198.144.194.238#{i + 1024}: serial {serial}",
                $"zone {zone}: Transfer started.",
                $"transfer of '{zone}' from 198.144.194.238#53: connected using 198.144.195.186#41817",
                $"zone {zone}: transferred serial {serial}",
                $"transfer of '{zone}' from 198.144.194.238#53: Transfer status: success",
                $"transfer of '{zone}' from 198.144.194.238#53: Transfer completed: 1 messages, 41 records, 1820 bytes, 0.009 secs (202222 bytes/sec) (serial {serial})",
                $"zone {zone}: sending notifies (serial {serial})",
                $"zone {zone}: notify from 198.144.194.238#{i + 1024}: zone is up to date",
                $"zone {zone}: serial number ({serial}) received from master 198.144.194.238#53 < ours (1558799284)",
            })
            {
                lines.Append(Envelope).Append(message).Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }
}
