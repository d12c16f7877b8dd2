using System.Globalization;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>What becomes of the files of a made log before they are read.</summary>
internal sealed class LogMishaps(MadeChoice choice, List<string> settings)
{
    private const string Live = "daemon.log";

    /// <summary>Goes over the files, oldest first.</summary>
    /// <param name="files">The files.</param>
    /// <param name="now">When they are read.</param>
    /// <param name="stranger">Makes a file of another host, of before a time.</param>
    public List<TrueFile> Apply(List<TrueFile> files, Instant now, Func<Instant, TrueFile> stranger)
    {
        if (choice.Happens(0.06))
        {
            var touched = choice.Between(0, files.Count);
            settings.Add("touched");
            files[touched] = files[touched] with { Modified = now + Duration.FromDays(choice.Between(-100, 400)) };
        }

        if (files.Count < 2 || !files[0].Name.StartsWith(Live + ".", StringComparison.Ordinal))
        {
            return files;
        }

        if (choice.Happens(0.05))
        {
            settings.Add("live-empty");
            files = [.. Aged(files, 0), new TrueFile(Live, [], now, null)];
        }

        if (files.Count > 3 && choice.Happens(0.06))
        {
            settings.Add("names-swapped");
            var place = choice.Between(0, files.Count - 2);
            (files[place], files[place + 1]) = (files[place] with { Name = files[place + 1].Name }, files[place + 1] with { Name = files[place].Name });
        }
        else if (choice.Happens(0.06))
        {
            settings.Add("stranger");
            var age = choice.Between(1, files.Count + 1);
            files = Aged(files, age);
            files.Insert(files.Count - age, stranger(now) with { Name = string.Create(CultureInfo.InvariantCulture, $"{Live}.{age}") });
        }

        return files;
    }

    /// <summary>The files, those of an age or more rotated once more.</summary>
    private static List<TrueFile> Aged(List<TrueFile> files, int from) => files.ConvertAll(file =>
    {
        var (number, packed) = file.Name.EndsWith(".gz", StringComparison.Ordinal) ? (file.Name[Live.Length..^3], ".gz") : (file.Name[Live.Length..], "");
        var age = number.Length == 0 ? 0 : int.Parse(number[1..], CultureInfo.InvariantCulture);
        return age < from ? file : file with { Name = string.Create(CultureInfo.InvariantCulture, $"{Live}.{age + 1}{packed}") };
    });
}
