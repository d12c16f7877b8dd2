using System.Buffers;
using System.Text;
using CsCheck;
using LogSerialAudit.Reports;

namespace LogSerialAudit.Core.Tests.Reports;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("zone balug.org/IN: serial number (1558725628)")]
    [InlineData(@"a\010b\.example")]
    [InlineData("=1+1 \"quoted\" 'too' ~")]
    [InlineData("zürich.example 例え 😀")]
    [InlineData("")]
    public void HarmlessTextStaysAsItIs(string text)
    {
        Assert.Equal(text, SafeText.Of(text));
        Assert.Equal(text, Written(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("\u001b[2J", @"\x1b[2J")]
    [InlineData("a\tb\r\nc\0d", @"a\x09b\x0d\x0ac\x00d")]
    [InlineData("\u007f", @"\x7f")]
    [InlineData("\u0085\u009b1m", @"\u0085\u009b1m")]
    [InlineData("gro.elpmaxe\u202e", @"gro.elpmaxe\u202e")]
    [InlineData("\u202a\u202b\u202c\u202d", @"\u202a\u202b\u202c\u202d")]
    [InlineData("\u2066\u2067\u2068\u2069", @"\u2066\u2067\u2068\u2069")]
    [InlineData("\u200e\u200f\u061c", @"\u200e\u200f\u061c")]
    [InlineData("\u200b\u200c\u200d\u2060\ufeff", @"\u200b\u200c\u200d\u2060\ufeff")]
    [InlineData("\u2028\u2029", @"\u2028\u2029")]
    [InlineData("soft\u00adhyphen", @"soft\u00adhyphen")]
    [InlineData("\U000e0041", @"\U000e0041")]
    public void HostileTextIsShown(string text, string shown)
    {
        Assert.Equal(shown, SafeText.Of(text));
        Assert.Equal(shown, Written(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0xff, 0x62 }, @"a\xffb")]
    [InlineData(new byte[] { 0x9b, 0x31 }, @"\x9b1")] // C1 as Latin-1
    [InlineData(new byte[] { 0xc0, 0xaf }, @"\xc0\xaf")] // overlong
    [InlineData(new byte[] { 0xe2, 0x80 }, @"\xe2\x80")] // cut short
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 }, @"\xed\xa0\x80")] // a surrogate
    [InlineData(new byte[] { 0xf4, 0x90, 0x80, 0x80 }, @"\xf4\x90\x80\x80")] // past the last character
    public void BytesThatAreNotUtf8AreShown(byte[] bytes, string shown) => Assert.Equal(shown, Written(bytes));

    [Fact]
    public void HalfASurrogatePairIsShown() => Assert.Equal(@"a\ud800b", SafeText.Of("a\ud800b"));

    [Fact]
    public void PlainTextIsTheSameString()
    {
        var text = new string('x', 3);

        Assert.Same(text, SafeText.Of(text));
        Assert.True(SafeText.IsPlain("abc ~"u8));
        Assert.False(SafeText.IsPlain("abc\u007f"u8));
        Assert.False(SafeText.IsPlain("é"u8));
    }

    [Fact]
    public void WhateverGoesInNoControlAndNoBrokenUtf8ComesOut() => Gen.Byte.Array[0, 64].Sample(bytes =>
    {
        var written = Written(bytes);
        return !written.Any(char.IsControl) && !written.Contains('\ufffd', StringComparison.Ordinal) && SafeText.Of(written) == written;
    });

    private static string Written(ReadOnlySpan<byte> text)
    {
        var buffer = new ArrayBufferWriter<byte>();
        SafeText.Write(text, buffer);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(buffer.WrittenSpan);
    }
}
