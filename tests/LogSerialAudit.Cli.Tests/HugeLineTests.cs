using System.Text;

namespace LogSerialAudit.Cli.Tests;

/// <summary>A line without end. Memory is counted for the whole process, so nothing else may run at the time.</summary>
[Collection(nameof(HugeLineTests))]
public sealed class HugeLineTests
{
    [Theory]
    [InlineData((byte)'x')]
    [InlineData((byte)0)]
    [InlineData((byte)0xff)]
    public async Task ALineOfAHundredMegabytesTakesNoMemoryAndLosesNoOther(byte filler)
    {
        var first = Encoding.ASCII.GetBytes("2019-05-30T10:05:36Z ns2 named[1]: zone a.org/IN: loaded serial 5\n2019-05-30T10:05:37Z ns2 ");
        var last = Encoding.ASCII.GetBytes("\n2019-05-30T10:05:38Z ns2 named[1]: zone a.org/IN: loaded serial 6\n");
        await using var input = new LongLine(first, filler, 100_000_000, last);
        var before = GC.GetTotalAllocatedBytes();

        var run = await Run.Of(Run.World() with { StandardInput = input }, "extract", "--log-zone", "UTC", "--columns", "zone,serial", "-");

        Assert.Equal(new Run(ExitCode.Done, "zone,serial\na.org,5\na.org,6\n", "logserialaudit: warning: -: 1 line longer than 262144 bytes not looked at, the first is line 2\n"), run);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 90_000_000);
    }

    /// <summary>Two texts and, between them, one byte over and over; nothing of it is held.</summary>
    private sealed class LongLine(byte[] first, byte filler, long length, byte[] last) : MemoryStream
    {
        private long _place;

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, first.Length + length + last.Length - _place);
            for (var index = 0; index < count; index++, _place++)
            {
                buffer[index] = _place < first.Length ? first[_place]
                    : _place < first.Length + length ? filler
                    : last[_place - first.Length - length];
            }

            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
    }
}

/// <summary>Tests that run alone.</summary>
[CollectionDefinition(nameof(HugeLineTests), DisableParallelization = true)]
public sealed class HugeLines;
