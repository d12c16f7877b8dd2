using NodaTime;

namespace LogSerialAudit.Core.Tests.Reports;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData(448_266, "5 d 4 h 31 min")] // and 6 s, cut off
    [InlineData(73_656, "20 h 27 min 36 s")]
    [InlineData(1_500, "25 min")]
    [InlineData(137, "2 min 17 s")]
    [InlineData(9, "9 s")]
    [InlineData(0, "0 s")]
    [InlineData(59.999, "59 s")]
    [InlineData(3_600, "1 h")]
    [InlineData(3_601, "1 h 1 s")]
    [InlineData(86_399, "23 h 59 min 59 s")]
    [InlineData(86_400, "1 d")]
    [InlineData(86_460, "1 d 1 min")]
    [InlineData(86_401, "1 d")]
    [InlineData(35_600_000, "412 d 53 min")]
    [InlineData(0.482, "482 ms")]
    [InlineData(0.0004, "0 s")]
    [InlineData(-1_500, "-25 min")]
    [InlineData(-0.0004, "0 s")]
    public void SecondsAreSaidInWords(double seconds, string words) =>
        Assert.Equal(words, DurationText.Words(Duration.FromSeconds(seconds)));
}
