using System.Text;
using CsCheck;
using LogSerialAudit.Lines;

namespace LogSerialAudit.Core.Tests.Lines;

public sealed class HostileLineTests
{
    private static readonly EnvelopeReader Reader = new(new ProgramNames(["named"]));

    private static readonly string[] GoodLines =
    [
        "<30>May 25 09:23:51 linuxmafia named[11750]: zone a/IN: serial number (1) received from master 192.0.2.1#53 < ours (2)",
        "May  5 2019 09:23:51.482 ns named[17]: [ID 702911 daemon.info] zone a/IN: expired",
        "2019-05-25T09:23:51.482916-07:00 ns1 named[1]: message repeated 2 times: [ zone a/IN: expired]",
        """<30>1 2019-05-25T09:23:51Z ns1 named 1 - [a b="\] \" [ \\"][c d="e"] zone a/IN: expired""",
        "25-May-2019 09:23:51.482 xfer-in: debug 3: zone a/IN: expired",
        "May 25 00:38:01 ns named[1]: 25-May-2019 07:38:01.482 general: info: zone a/IN: expired",
        "May 25 00:38:01 ns last message repeated 3 times",
        "Sat, 25 May 2019 09:23:51 +0200 (CEST) ns1 named[1]: zone a/IN: expired",
        "20190525T092351.482+0200 ns1 named[1]: zone a/IN: expired",
    ];

    private const string Special = "[]<>:;- \"\\\0\r'0159";

    private static readonly Gen<byte[]> Mutated =
        from line in Gen.Int[0, GoodLines.Length - 1].Select(place => GoodLines[place])
        from edits in Gen.Select(Gen.Int[0, line.Length - 1], Gen.OneOf(Gen.Byte, Gen.Int[0, Special.Length - 1].Select(place => (byte)Special[place])), Gen.Int[0, 2]).Array[0, 6]
        from cut in Gen.Int[0, line.Length]
        select Edited(Encoding.UTF8.GetBytes(line), edits)[..^Math.Max(0, cut - (line.Length / 2))];

    [Fact]
    public void NoBytesThrowAndAllPartsLieWithinTheLine() =>
        Gen.OneOf(Gen.Byte.Array[0, 80], Mutated, Mutated).Sample(LooksAt, iter: 20_000);

    [Theory]
    [InlineData('\0')]
    [InlineData('[')]
    [InlineData(']')]
    [InlineData('<')]
    [InlineData(':')]
    [InlineData(' ')]
    [InlineData('"')]
    [InlineData('1')]
    [InlineData('\u00ff')]
    public void OneByteManyTimesDoesNotThrow(char value)
    {
        foreach (var length in new[] { 1, 2, 14, 15, 16, 19, 20, 21, 100, 300_000 })
        {
            var bytes = new byte[length];
            bytes.AsSpan().Fill((byte)value);
            LooksAt(bytes);
            foreach (var line in GoodLines)
            {
                LooksAt([.. Encoding.UTF8.GetBytes(line), .. bytes]);
                LooksAt([.. Encoding.UTF8.GetBytes(line[..(line.Length / 2)]), .. bytes]);
            }
        }
    }

    [Fact]
    public void BytesThatAreNoUtf8AreKept()
    {
        Reader.Read([.. "May 25 09:23:51 ns named[1]: "u8, 0xff, 0xc3, 0x28], out var envelope);
        Assert.Equal([0xff, 0xc3, 0x28], envelope.Message.ToArray());
    }

    private static byte[] Edited(byte[] line, (int At, byte Value, int Kind)[] edits)
    {
        var bytes = line.ToList();
        foreach (var (at, value, kind) in edits)
        {
            var place = Math.Min(at, bytes.Count - 1);
            switch (kind)
            {
                case 0:
                    bytes[place] = value;
                    break;
                case 1:
                    bytes.Insert(place, value);
                    break;
                case 2 when bytes.Count > 1:
                    bytes.RemoveAt(place);
                    break;
            }
        }

        return [.. bytes];
    }

    private static void LooksAt(byte[] line)
    {
        Reader.Read(line, out var envelope);
        Check(line, envelope);
        _ = Reader.IsServer(envelope);
        _ = RepeatedMessage.IsLastRepeated(envelope.Message, out _);
        var message = envelope.Message;
        Assert.True(RepeatedMessage.Unwrap(ref message) > 0);
        envelope.Message = message;
        BindPrefix.Strip(ref envelope);
        Check(line, envelope);
        foreach (var form in Enum.GetValues<StampForm>())
        {
            _ = StampReader.TryRead(form, line, out _, out _);
        }
    }

    private static void Check(ReadOnlySpan<byte> line, in Envelope envelope)
    {
        _ = envelope.ReadStamp();
        Assert.Equal(envelope.StampForm == StampForm.None, envelope.StampText.IsEmpty);
        Within(line, envelope.StampText);
        Within(line, envelope.Host);
        Within(line, envelope.Program);
        Within(line, envelope.Message);
    }

    private static void Within(ReadOnlySpan<byte> line, ReadOnlySpan<byte> part) =>
        Assert.True(part.IsEmpty || (line.Overlaps(part, out var at) && at >= 0 && at + part.Length <= line.Length));
}
