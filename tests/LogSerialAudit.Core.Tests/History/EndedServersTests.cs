using LogSerialAudit.History;

namespace LogSerialAudit.Core.Tests.History;

/// <summary>Which server a process goes on is what it would be if all of them were looked at.</summary>
public sealed class EndedServersTests
{
    private static readonly string?[] Configurations = [null, "", "/etc/a.conf", "/etc/b.conf"];

    [Fact]
    public void AProcessGoesOnTheFirstServerThatItCanBe()
    {
        var hasGoneOn = 0;
        for (var seed = 0; seed < 500; seed++)
        {
            var (random, program, place) = (new Random(seed), new ServerProgram("h", "named", null, 0), 0L);
            var (ended, servers) = (new EndedServers(), new List<List<Process>>());
            for (var number = 0; number < 40; number++)
            {
                var process = new Process(program, (uint)number, place += random.Next(1, 4)) { Configuration = Configurations[random.Next(4)] };
                process.Last = process.First + random.Next(0, 20);
                var expected = servers.FindIndex(known => Continues(known[^1], process, surely: true)) is >= 0 and var sure ? sure
                    : servers.FindIndex(known => Continues(known[^1], process, surely: false));
                Assert.Equal(expected, ended.Take(process) ?? -1);
                hasGoneOn += expected >= 0 ? 1 : 0;
                if (expected < 0)
                {
                    servers.Add([]);
                    expected = servers.Count - 1;
                }

                servers[expected].Add(process);
                ended.Add(expected, process);
            }
        }

        Assert.True(hasGoneOn > 1000);
    }

    private static bool Continues(Process last, Process process, bool surely) =>
        last.Last < process.First && (last.Configuration is null || process.Configuration is null ? !surely : last.Configuration == process.Configuration);
}
