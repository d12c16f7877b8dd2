using System.Text;

namespace LogSerialAudit.Core.Tests.Sources.Archives;

/// <summary>Makes tar archives, wrong ones too.</summary>
internal sealed class TarMaker
{
    private readonly List<byte> _tar = [];

    /// <summary>The archive with the mark of its end.</summary>
    public byte[] Whole => [.. _tar, .. new byte[1024]];

    /// <summary>The archive so far.</summary>
    public byte[] Open => [.. _tar];

    public TarMaker Add(string name, string text, char type = '0', string? size = null, long modified = 1_559_210_000) => Add(name, Encoding.Latin1.GetBytes(text), type, size, modified);

    public TarMaker Add(string name, byte[] content, char type = '0', string? size = null, long modified = 1_559_210_000)
    {
        var block = new byte[512];
        Encoding.UTF8.GetBytes(name).AsSpan().CopyTo(block);
        "0000644\0"u8.CopyTo(block.AsSpan(100));
        Encoding.ASCII.GetBytes((size ?? Convert.ToString(content.LongLength, 8).PadLeft(11, '0')) + "\0").CopyTo(block, 124);
        Encoding.ASCII.GetBytes(Convert.ToString(modified, 8).PadLeft(11, '0') + "\0").CopyTo(block, 136);
        block[156] = (byte)type;
        "ustar\00000"u8.CopyTo(block.AsSpan(257));
        block.AsSpan(148, 8).Fill((byte)' ');
        Encoding.ASCII.GetBytes(Convert.ToString(block.Sum(value => value), 8).PadLeft(6, '0') + "\0").CopyTo(block, 148);
        _tar.AddRange(block);
        _tar.AddRange(content);
        _tar.AddRange(new byte[-content.Length & 511]);
        return this;
    }
}
