using System.Globalization;
using System.Text;
using LogSerialAudit.Dating;
using LogSerialAudit.Lines;

namespace LogSerialAudit.Core.Tests.Events;

/// <summary>Most lines are passed by without a look at their stamps: the clock of each host must know what it would know by all of them.</summary>
public sealed class LineClockLawTests
{
    private static readonly string[] Hosts = ["ns1", "a-longer-name.example.org", "12345678"];

    private static readonly string[] Bodies =
    [
        "CRON[17]: (root) CMD (run-parts)", "kernel: [12.345] device eth0 left promiscuous mode", "postfix/smtpd[1]: connect from unknown", "sshd[12]: ok", "x",
        "named[11]: managed-keys-zone: loaded serial 5", "named[11]: zone a.example/IN: expired", "<odd>: a tag that is none of these", "last message repeated 2 times",
    ];

    [Theory]
    [InlineData(1, "\n")]
    [InlineData(40, "\n")]
    [InlineData(40, "\r\n")]
    [InlineData(400, "\n")]
    public void LinesThatArePassedByTellTheClockNothing(int mostSeconds, string end)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var (text, clocks) = Make(random, mostSeconds, end);
            var scanner = Scanning.NewScanner();
            for (var (from, to) = (0, 0); from < text.Length; from = to)
            {
                to = Math.Min(text.Length, from + 1 + random.Next(4000));
                to = text.AsSpan(to).IndexOf((byte)'\n') is >= 0 and var feed ? to + feed + 1 : text.Length;
                scanner.Read(text.AsSpan(from..to), scanner.Scan.Lines + 1);
            }

            scanner.Finish();
            Assert.NotEmpty(clocks);
            Assert.Equal(clocks.Keys.Order(StringComparer.Ordinal), scanner.Scan.Clock.Hosts.Select(host => host.Host).Order(StringComparer.Ordinal));
            Assert.All(scanner.Scan.Clock.Hosts, host => Assert.Equal(Show(clocks[host.Host]), Show(host)));
        }
    }

    /// <summary>A log of some hosts whose clocks stand still, go on, step and jump, and what their clocks know by every line.</summary>
    private static (byte[] Text, Dictionary<string, HostClock> Clocks) Make(Random random, int mostSeconds, string end)
    {
        var (text, clocks) = (new StringBuilder(), new Dictionary<string, HostClock>());
        var (hosts, host, now) = (random.Next(1, 4), Hosts[0], new DateTime(2019, 10, 27, 0, 55, 0).AddDays(random.Next(100)));
        for (var line = 1; line <= 600; line++)
        {
            now = now.AddSeconds(random.Next(mostSeconds + 1) + (random.Next(100) == 0 ? random.Next(40) * 86_400 : random.Next(40) == 0 ? 600 : 0));
            now = random.Next(80) == 0 ? now.AddSeconds(-random.Next(20, 12_000)) : now;
            var at = random.Next(60) == 0 ? now.AddSeconds(-random.Next(20, 90_000)) : now;
            host = random.Next(10) == 0 ? Hosts[random.Next(hosts)] : host;
            if (!clocks.TryGetValue(host, out var clock))
            {
                clocks.Add(host, clock = new HostClock(host));
            }

            clock.Observe(new Stamp(0, at.Month, at.Day, (int)at.TimeOfDay.TotalSeconds, 0, 0, null), line);
            var crashed = random.Next(50) == 0 ? new string('\0', random.Next(1, 40)) : "";
            text.Append(CultureInfo.InvariantCulture, $"{crashed}{at:MMM} {at.Day,2} {at:HH:mm:ss} {host} {Bodies[random.Next(Bodies.Length)]}{end}");
        }

        return (Encoding.ASCII.GetBytes(text.ToString()), clocks);
    }

    /// <summary>All that years and repeated hours are found by.</summary>
    private static string Show(HostClock clock) => string.Join('\n', clock.Runs.Select(run => string.Join(
        "; ",
        [
            $"lines {run.FirstLine} to {run.LastLine}", $"{run.First} to {run.Last}", $"latest {run.Latest}", $"leap day {run.HasLeapDay}",
            .. run.Silences.Select(silence => $"silence {silence}"), .. run.StepsBack.Select(step => $"step {step}"),
        ])));
}
