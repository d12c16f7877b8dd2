using System.Diagnostics;
using System.Text;
using LogSerialAudit.Messages;

namespace LogSerialAudit.Core.Tests.Messages;

/// <summary>Anyone may cause a log line. A megabyte of anything must cost no more than a few looks at each byte.</summary>
public sealed class HostileLineTests
{
    private const int Size = 1_000_000;

    public static TheoryData<string, string> Lines => new()
    {
        { "nothing", "" },
        { "zones", "zone " },
        { "zone without end", "zone a.org/IN" },
        { "slashes", "zone a.org/" },
        { "classes", "zone a.org/IN/" },
        { "blanks", " " },
        { "colons", "zone a.org/IN: " },
        { "brackets", "(" },
        { "quotes", "'" },
        { "escapes", "\\" },
        { "digits", "zone a.org/IN: loaded serial 1" },
        { "addresses", "client 192.0.2.1#53 (a): view b: " },
        { "colons in an address", "client ::" },
        { "views", "client 192.0.2.1#53: view a: transfer of 'b/IN': " },
        { "key", "client 192.0.2.1#53/key " },
        { "questions", "client 192.0.2.1#53 (\\" },
        { "transfers", "transfer of 'a/IN' from 192.0.2.1#53: got " },
        { "commands", "received control channel command '" },
        { "reloads", "received control channel command 'reload a IN " },
        { "functions", "a: " },
        { "files", "a.jnl: journal file corrupt: " },
        { "refreshes", "zone a/IN: refreshing stub: from master (source " },
        { "sources", "zone a/IN: refresh: failure trying master 1.1.1.1#1 (source 1.1.1.1#1): " },
        { "loads", "zone a/IN: loading from master file x failed: " },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void AMegabyteOfItEndsFast(string name, string unit)
    {
        var text = unit.Length == 0 ? new string('x', Size) : string.Concat(Enumerable.Repeat(unit, Size / unit.Length));
        foreach (var line in new[] { text, text + "'", text + ")", "zone a.org/IN: " + text, unit + new string('(', Size) })
        {
            var bytes = Encoding.UTF8.GetBytes(line);
            var match = default(MessageMatch);
            var clock = Stopwatch.StartNew();

            Catalogue.BuiltIn.TryMatch(bytes, ref match);

            // Quadratic would be many minutes; this is generous even for a machine that does much else.
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"{name}: {clock.Elapsed}");
        }
    }

    [Fact]
    public void EveryPrefixAndEveryByteIsSurvived()
    {
        var match = default(MessageMatch);
        foreach (var sample in Catalogue.BuiltIn.Entries.SelectMany(entry => entry.Samples))
        {
            var bytes = Encoding.UTF8.GetBytes(sample.Text);
            for (var length = 0; length < bytes.Length; length++)
            {
                Catalogue.BuiltIn.TryMatch(bytes.AsSpan(0, length), ref match);
                foreach (var odd in new byte[] { 0, (byte)' ', (byte)'\'', (byte)')', (byte)'/', (byte)'\\', 0x80, 0xff })
                {
                    var changed = bytes.ToArray();
                    changed[length] = odd;
                    if (Catalogue.BuiltIn.TryMatch(changed, ref match))
                    {
                        Assert.NotNull(MessageFields.Of(match, changed));
                    }
                }
            }
        }
    }
}
