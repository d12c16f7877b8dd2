using System.Globalization;
using System.Text;

namespace LogSerialAudit.Benchmarks;

/// <summary>Logs made for a measurement: the same name gives the same bytes.</summary>
internal static class MadeLog
{
    /// <summary>The names there are.</summary>
    public static readonly string[] All = ["sparse", "dense", "jumps"];

    /// <summary>
    /// <c>sparse</c>: one line in fifty is of a name server; <c>dense</c>: every line is an event of one of 500 zones, four in a
    /// second; <c>jumps</c>: every line has a stamp drawn at random.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="bytes">How long it is at least.</param>
    public static byte[] Make(string name, int bytes)
    {
        var random = new Random(1);
        var at = new DateTime(2019, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        using var made = new MemoryStream(bytes + 1024);
        using var writer = new StreamWriter(made, new UTF8Encoding(false)) { NewLine = "\n" };
        for (var line = 0; made.Length < bytes; line++)
        {
            at = name == "jumps" ? new DateTime(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(random.Next(365 * 86400))
                : at.AddSeconds(name == "sparse" ? random.Next(4) : line % 4 == 0 ? 1 : 0);
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{at.ToString("MMM", CultureInfo.InvariantCulture)} {at.Day,2} {at:HH:mm:ss} ns1 {Message(name, line, random, new DateTimeOffset(at).ToUnixTimeSeconds())}"));
            if (line % 1024 == 0)
            {
                writer.Flush();
            }
        }

        writer.Flush();
        return made.ToArray();
    }

    private static string Message(string name, int line, Random random, long at) => name == "sparse" && line % 50 != 0
        ? string.Create(CultureInfo.InvariantCulture, $"dhcpd[812]: DHCPREQUEST for 192.0.2.{random.Next(256)} from 00:16:3e:5e:6c:{random.Next(256):x2} via eth0")
        : (line / 50 % 3) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"named[4711]: zone z{random.Next(500)}.example/IN: transferred serial {at - random.Next(30)}"),
            1 => string.Create(CultureInfo.InvariantCulture, $"named[4711]: client @0x7f1 192.0.2.1#5353: received notify for zone 'z{random.Next(500)}.example'"),
            _ => string.Create(CultureInfo.InvariantCulture, $"named[4711]: zone z{random.Next(500)}.example/IN: serial number ({at - 90_000}) received from master 192.0.2.1#53 < ours ({at - 5_000})"),
        };
}
