using LogSerialAudit.Lines;

namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>Lines as a file has them, read one after the other.</summary>
internal static class Wrapped
{
    /// <summary>
    /// Each line that was read as <see cref="Shown.Envelope"/>, with <c>(FILE) </c> in front where grep names one; what was put together from several
    /// lines has the number of the first in front.
    /// </summary>
    public static string[] Read(params string[] lines)
    {
        var reader = new LineReader(new ProgramNames(["named"]));
        var shown = new List<string>();
        long number;
        Envelope envelope;
        for (var line = 1; line <= lines.Length; line++)
        {
            number = line;
            if (reader.Read(Shown.Bytes(lines[line - 1]), ref number, out envelope))
            {
                shown.Add(Show(envelope, number == line ? "" : $"{number}: "));
            }
        }

        while (reader.TryFinish(out number, out envelope))
        {
            shown.Add(Show(envelope, $"{number}: "));
        }

        return [.. shown];
    }

    private static string Show(in Envelope envelope, string before) =>
        $"{before}{(envelope.Within.IsEmpty ? "" : $"({System.Text.Encoding.UTF8.GetString(envelope.Within)}) ")}{Shown.Envelope(envelope)}";
}
