using System.Globalization;
using System.Text;
using CsCheck;
using LogSerialAudit.Evidence.ZoneFiles.Rcs;
using LogSerialAudit.Messages.Language;
using Sprache;

namespace LogSerialAudit.Core.Tests.Evidence.ZoneFiles;

/// <summary>What was checked in comes out again, whatever it was.</summary>
public sealed class RcsLawTests
{
    private static readonly Gen<string> Line = Gen.String[Gen.Char["@ad1 ;\r\0\u00e9"], 0, 6];

    /// <summary>Few different lines, so that texts share some; the last one may lack its line end.</summary>
    private static readonly Gen<string> Text = Gen.Select(Line.Array[0, 8], Gen.Bool, (lines, ends) => string.Join('\n', lines) + (ends && lines.Length > 0 ? "\n" : ""));

    [Fact]
    public void EveryTextComesBack() => Text.Array[1, 8].Sample(texts =>
    {
        var file = Checked(texts);
        var tree = RcsGrammar.File(new LineInput(file, 0));
        Assert.True(tree.WasSuccessful, string.Join(' ', tree.Expectations));
        var rebuild = new RcsTexts(file);
        var read = new RcsWalk(tree.Value, rebuild).Revisions().ToDictionary(
            revision => revision.Delta.Number,
            revision => revision.Lines is { } lines ? rebuild.Text(lines, int.MaxValue) : revision.Fault?.Message);
        Assert.Equal(texts, Enumerable.Range(1, texts.Length).Select(number => read[$"1.{number}"]));
    });

    /// <summary>A file that is cut or has a character changed is read to an end, without an exception.</summary>
    [Fact]
    public void ADamagedFileIsReadToAnEnd() => Gen.Select(Gen.OneOf(Gen.Const("zone,v"), Gen.Const("branches,v")), Gen.Int[0, 1200], Gen.Char["@;1.\0 d9"]).Sample((name, place, sign) =>
    {
        var file = KeptFile.Text(name);
        place %= file.Length;
        foreach (var damaged in new[] { file[..place], $"{file[..place]}{sign}{file[(place + 1)..]}" })
        {
            var revisions = RcsFileTests.Read(damaged, out var errors);
            Assert.True(revisions.Count > 0 || errors.Count > 0);
            Assert.All(errors, error => Assert.InRange(error.Message.Length, 1, 400));
        }
    });

    /// <summary>Writes an RCS file: the last text in full, each one before as edits to the one after it.</summary>
    private static string Checked(string[] texts)
    {
        var file = new StringBuilder($"head 1.{texts.Length};\naccess;\nsymbols;\nlocks; strict;\n");
        for (var number = texts.Length; number > 0; number--)
        {
            file.Append(CultureInfo.InvariantCulture, $"1.{number}\ndate 2019.05.30.20.57.51; author root; state Exp;\nbranches;\nnext {(number > 1 ? $"1.{number - 1}" : "")};\n");
        }

        file.Append("desc\n@@\n");
        for (var number = texts.Length; number > 0; number--)
        {
            var text = number == texts.Length ? texts[number - 1] : Edits(Lines(texts[number]), Lines(texts[number - 1]));
            file.Append(CultureInfo.InvariantCulture, $"1.{number}\nlog\n@@\ntext\n@{text.Replace("@", "@@", StringComparison.Ordinal)}@\n");
        }

        return file.ToString();
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select((line, index) => (line, index)).Where(line => line.line.Length > 0 || line.index < text.Count(sign => sign == '\n'))
        .Select(line => line.index < text.Count(sign => sign == '\n') ? line.line + "\n" : line.line)];

    /// <summary>The edits that make one text of the other, by their longest common subsequence, in the form of <c>diff -n</c>.</summary>
    private static string Edits(string[] from, string[] to)
    {
        var common = new int[from.Length + 1, to.Length + 1];
        for (var i = from.Length - 1; i >= 0; i--)
        {
            for (var j = to.Length - 1; j >= 0; j--)
            {
                common[i, j] = from[i] == to[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var edits = new StringBuilder();
        for (int i = 0, j = 0; i < from.Length || j < to.Length;)
        {
            if (i < from.Length && j < to.Length && from[i] == to[j])
            {
                (i, j) = (i + 1, j + 1);
                continue;
            }

            var (gone, added) = (i, j);
            while ((i < from.Length || j < to.Length) && !(i < from.Length && j < to.Length && from[i] == to[j]))
            {
                (i, j) = i < from.Length && (j == to.Length || common[i + 1, j] >= common[i, j + 1]) ? (i + 1, j) : (i, j + 1);
            }

            _ = i > gone ? edits.Append(CultureInfo.InvariantCulture, $"d{gone + 1} {i - gone}\n") : edits;
            _ = j > added ? edits.Append(CultureInfo.InvariantCulture, $"a{i} {j - added}\n{string.Concat(to[added..j])}") : edits;
        }

        return edits.ToString();
    }
}
