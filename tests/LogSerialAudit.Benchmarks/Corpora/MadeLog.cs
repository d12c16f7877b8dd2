using System.Globalization;
using System.Text;

namespace LogSerialAudit.Benchmarks.Corpora;

/// <summary>A log of a secondary that is made line by line: the same name and number of zones give the same bytes.</summary>
internal sealed class MadeLog
{
    /// <summary>The names there are.</summary>
    public static readonly string[] All = ["sparse", "dense", "jumps"];

    /// <summary>How many zones a server is busy with at once, whose lines stand in any order.</summary>
    private const int AtOnce = 6;

    /// <summary>No line is longer than this.</summary>
    public const int LongestLine = 1024;

    private static readonly long Begin = new DateTimeOffset(2019, 3, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
    private readonly string _name;
    private readonly uint[] _serials;
    private readonly byte[] _stamp = new byte["Mar  1 00:00:00 ns1 ".Length];
    private Dice _dice = new(1);
    private long _now = Begin;
    private readonly Story[] _stories;
    private ZoneState _zone;

    /// <summary>
    /// <c>sparse</c>: one line in a thousand is an event, among other daemons' lines and some that look like events; <c>dense</c>:
    /// nearly every line is one; <c>jumps</c>: the same, with stamps drawn at random.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="zones">How many zones there are.</param>
    public MadeLog(string name, int zones)
    {
        (_name, _serials) = (name, new uint[zones]);
        _stories = [.. Enumerable.Range(0, name == "sparse" ? 1 : AtOnce).Select(_ => new Story())];
        for (var zone = 0u; zone < zones; zone++)
        {
            _serials[zone] = zone % 10 == 1 ? 1000 + zone : 0;
            _serials[zone] = Next(zone, Begin - 86_400 - _dice.Below(1_000_000));
        }

        WriteStamp();
    }

    /// <summary>The time of the last line, in UTC.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(_now);

    /// <summary>A log of at least so many bytes in one piece.</summary>
    public static byte[] Make(string name, int bytes, int zones = 500)
    {
        var (log, made, length) = (new MadeLog(name, zones), new byte[bytes + LongestLine], 0);
        while (length < bytes)
        {
            length += log.WriteLine(made.AsSpan(length));
        }

        return made[..length];
    }

    /// <summary>Writes the next line; <paramref name="into"/> has room for <see cref="LongestLine"/>.</summary>
    /// <returns>How many bytes it takes, the line end included.</returns>
    public int WriteLine(Span<byte> into)
    {
        PassTime();
        var template = Choose();
        _stamp.CopyTo(into);
        var length = _stamp.Length + template.Write(into[_stamp.Length..], ref _dice, in _zone);
        into[length] = (byte)'\n';
        return length + 1;
    }

    private void PassTime()
    {
        var before = _now;
        _now = _name == "jumps" ? Begin + _dice.Below(200 * 86_400)
            : _name == "sparse" ? _now + (_dice.Below(10) < 3 ? 1 : 0)
            : _now + (_dice.Below(4) == 0 ? 1 : 0);
        if (_now != before)
        {
            WriteStamp();
        }
    }

    private LineTemplate Choose()
    {
        var story = Any(_stories);
        var draw = _dice.Below(100_000);
        if (story.Told < story.Lines.Length)
        {
            _zone = story.Zone;
            return story.Lines[story.Told++];
        }

        var begins = _name == "sparse" ? draw < 24 : draw < 98_600;
        return begins ? Begins(story)
            : draw is >= 24 and < 150 ? Any(LineTexts.Decoys)
            : Any(LineTexts.Noise);
    }

    private LineTemplate Begins(Story story)
    {
        var zone = _dice.Below((uint)_serials.Length);
        (story.Lines, story.Told) = (Any(LineTexts.Stories), 1);
        if (ReferenceEquals(story.Lines, LineTexts.Stories[0]))
        {
            _serials[zone] = Next(zone, _now - _dice.Below(30));
        }

        story.Zone = _zone = new ZoneState(zone, _serials[zone], _serials[zone] - 1 - _dice.Below(zone % 10 > 1 ? 500_000u : 3u), 1024 + _dice.Below(60_000));
        return story.Lines[0];
    }

    /// <summary>The next serial of a zone: of ten zones one has YYYYMMDDnn (from 05 on, so that an older one is of that day too), one a counter, eight seconds since 1970.</summary>
    private uint Next(uint zone, long now)
    {
        var day = DateTimeOffset.FromUnixTimeSeconds(now);
        return zone % 10 == 1 ? _serials[zone] + 1
            : zone % 10 == 0 ? Math.Max(_serials[zone] + 1, (uint)((day.Year * 1_000_000) + (day.Month * 10_000) + (day.Day * 100) + 5))
            : Math.Max(_serials[zone] + 1, (uint)now);
    }

    private T Any<T>(IReadOnlyList<T> of) => of[(int)_dice.Below((uint)of.Count)];

    private void WriteStamp() =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Now:MMM} {Now.Day,2} {Now:HH:mm:ss} ns1 "), _stamp);

    private sealed class Story
    {
        public LineTemplate[] Lines = [];
        public int Told;
        public ZoneState Zone;
    }
}
