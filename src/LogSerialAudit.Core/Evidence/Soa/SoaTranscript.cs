using NodaTime;

namespace LogSerialAudit.Evidence.Soa;

/// <summary>What servers answered, as a file has it: the output of <c>dig</c>, <c>host</c> and their like, also in a mail.</summary>
/// <param name="Path">The path as given.</param>
/// <param name="Answers">The answers in the order of the file.</param>
/// <param name="Lines">Lines in it.</param>
/// <param name="Skipped">Lines that are no answer and say nothing about one: prompts, other records, text.</param>
public sealed record SoaTranscript(string Path, IReadOnlyList<SoaAnswer> Answers, long Lines, long Skipped)
{
    /// <summary>No transcript is longer.</summary>
    private const long MostCharacters = 64 * 1024 * 1024;

    /// <summary>Reads it.</summary>
    /// <param name="source">What was named.</param>
    /// <param name="localZone">The zone of times that say nothing of theirs.</param>
    /// <param name="errors">Takes what can't be read or understood.</param>
    public static SoaTranscript Read(SoaSource source, DateTimeZone localZone, ICollection<EvidenceError> errors)
    {
        var (count, lines, faults) = (errors.Count, 0L, new RepeatedErrors(errors));
        var (reader, length) = (new SoaReader(source, localZone, faults), 0L);
        reader.Read(EvidenceLines.Of(source.Path, errors).TakeWhile(line => (length += line.Text.Length) <= MostCharacters).Select(line =>
        {
            lines++;
            return QuotedLine.Of(line);
        }));
        if (length > MostCharacters)
        {
            errors.Add(new EvidenceError(source.Path, lines + 1, 1, $"longer than {MostCharacters} characters; the rest is not read"));
        }

        faults.Say();
        if (reader.Answers.Count == 0 && errors.Count == count)
        {
            errors.Add(new EvidenceError(source.Path, 0, 0, "no SOA record here; expected what dig, dig +short, dig +nssearch or host -C prints"));
        }

        return new SoaTranscript(source.Path, reader.Answers, lines, lines - reader.UnderstoodLines);
    }
}
