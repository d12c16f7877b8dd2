using System.Globalization;
using System.Text;
using LogSerialAudit.Lines;

namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>What was read out of a line, as text to compare.</summary>
internal static class Shown
{
    /// <summary><c>2019-05-25 09:23:51.482 -07:00</c>; only what the line has.</summary>
    public static string Stamp(Stamp stamp)
    {
        if (!stamp.Exists)
        {
            return "-";
        }

        var text = new StringBuilder();
        if (stamp.HasYear)
        {
            text.Append(CultureInfo.InvariantCulture, $"{stamp.Year:0000}-");
        }

        var second = stamp.SecondOfDay;
        text.Append(CultureInfo.InvariantCulture, $"{stamp.Month:00}-{stamp.Day:00} {second / 3600:00}:{second / 60 % 60:00}:{second % 60:00}");
        if (stamp.FractionDigits > 0)
        {
            text.Append('.').Append(stamp.Nanosecond.ToString("000000000", CultureInfo.InvariantCulture).AsSpan(0, stamp.FractionDigits));
        }

        if (stamp.HasOffset)
        {
            var minutes = Math.Abs((int)stamp.OffsetMinutes);
            text.Append(CultureInfo.InvariantCulture, $" {(stamp.OffsetMinutes < 0 ? '-' : '+')}{minutes / 60:00}:{minutes % 60:00}");
        }

        return text.ToString();
    }

    /// <summary><c>STAMP | HOST | PROGRAM[PID] | MESSAGE</c>, a dash for what the line does not have.</summary>
    public static string Envelope(in Envelope envelope)
    {
        var program = Text(envelope.Program) + (envelope.Pid == 0 ? "" : $"[{envelope.Pid}]");
        return $"{Stamp(envelope.ReadStamp())} | {Text(envelope.Host)} | {program} | {Text(envelope.Message)}";
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A dash for nothing.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => bytes.IsEmpty ? "-" : Encoding.UTF8.GetString(bytes);
}
