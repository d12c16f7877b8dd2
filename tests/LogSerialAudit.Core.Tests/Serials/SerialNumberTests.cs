using System.Text;
using CsCheck;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Core.Tests.Serials;

public sealed class SerialNumberTests
{
    private static readonly Gen<SerialNumber> AnySerial =
        Gen.OneOf(Gen.UInt, Gen.UInt[0, 3], Gen.UInt[uint.MaxValue - 3, uint.MaxValue], Gen.UInt[0x7fff_fffe, 0x8000_0002])
            .Select(value => new SerialNumber(value));

    [Theory]
    [InlineData(1u, 1u, SerialOrder.Equal, SerialChange.Same)]
    [InlineData(2u, 1u, SerialOrder.Newer, SerialChange.Forward)]
    [InlineData(1u, 2u, SerialOrder.Older, SerialChange.Backward)]
    [InlineData(0u, 4294967295u, SerialOrder.Newer, SerialChange.Wrapped)]
    [InlineData(4294967295u, 0u, SerialOrder.Older, SerialChange.Backward)]
    [InlineData(2147483647u, 0u, SerialOrder.Newer, SerialChange.Forward)]
    [InlineData(2147483648u, 0u, SerialOrder.Undefined, SerialChange.Undefined)]
    [InlineData(0u, 2147483648u, SerialOrder.Undefined, SerialChange.Undefined)]
    [InlineData(2147483649u, 0u, SerialOrder.Older, SerialChange.Backward)]
    [InlineData(0u, 2147483649u, SerialOrder.Newer, SerialChange.Wrapped)]
    [InlineData(2147483649u, 1u, SerialOrder.Undefined, SerialChange.Undefined)]
    [InlineData(1558725628u, 1558799284u, SerialOrder.Older, SerialChange.Backward)]
    [InlineData(1558799284u, 2019052501u, SerialOrder.Older, SerialChange.Backward)]
    [InlineData(100u, 3000000000u, SerialOrder.Newer, SerialChange.Wrapped)]
    public void ASerialStandsToAnotherByRfc1982(uint serial, uint other, SerialOrder order, SerialChange change)
    {
        Assert.Equal(order, new SerialNumber(serial).CompareTo(new(other)));
        Assert.Equal(change, new SerialNumber(serial).ChangeFrom(new(other)));
    }

    [Fact]
    public void OneIsNewerExactlyWhereTheOtherIsOlder() => Gen.Select(AnySerial, AnySerial).Sample((a, b) =>
        a.IsNewerThan(b) == (b.CompareTo(a) == SerialOrder.Older)
        && !(a.IsNewerThan(b) && b.IsNewerThan(a))
        && (a.CompareTo(b) == SerialOrder.Undefined) == (b.CompareTo(a) == SerialOrder.Undefined)
        && a.IsAtLeast(b) == (a == b || a.IsNewerThan(b)));

    [Fact]
    public void AnyStepUpToTheLargestIncrementIsNewer() =>
        Gen.Select(AnySerial, Gen.OneOf(Gen.UInt[1, SerialNumber.LargestIncrement], Gen.Const(SerialNumber.LargestIncrement))).Sample((a, step) =>
            new SerialNumber(unchecked(a.Value + step)).IsNewerThan(a));

    [Fact]
    public void AStepOfTwoToThe31HasNoOrder() => AnySerial.Sample(a =>
        new SerialNumber(unchecked(a.Value + SerialNumber.UndefinedDistance)).CompareTo(a) == SerialOrder.Undefined);

    [Theory]
    [InlineData("0", 0u)]
    [InlineData("4294967295", 4294967295u)]
    [InlineData("0000000007", 7u)]
    [InlineData("1558799284", 1558799284u)]
    public void DigitsAreASerial(string text, uint value)
    {
        Assert.True(SerialNumber.TryParse(Encoding.UTF8.GetBytes(text), out var serial));
        Assert.Equal(new SerialNumber(value), serial);
    }

    [Theory]
    [InlineData("")]
    [InlineData("4294967296")]
    [InlineData("9999999999")]
    [InlineData("00000000007")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1,5")]
    [InlineData("0x10")]
    [InlineData("١٢٣")]
    public void OtherTextIsNoSerial(string text) =>
        Assert.False(SerialNumber.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void EverySerialIsReadBackAsItIsPrinted() => AnySerial.Sample(serial =>
        SerialNumber.TryParse(Encoding.UTF8.GetBytes(serial.ToString()), out var read) && read == serial);
}
