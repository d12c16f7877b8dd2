using System.Text;
using CsCheck;
using LogSerialAudit.Messages;
using LogSerialAudit.Messages.Language;

namespace LogSerialAudit.Core.Tests.Messages;

public sealed class PatternLawTests
{
    [Fact]
    public void AMessageMadeFromAPatternYieldsWhatWasPutIn()
    {
        var shapes = BuiltInShapes();
        var made =
            from shape in Gen.OneOf(shapes)
            from row in Gen.OneOf(PatternVariants.Of(shape.Parts).ToArray())
            from message in PatternMessages.For(row)
            select (shape.Entry, message);

        made.Sample(
            sample =>
            {
                var bytes = Encoding.UTF8.GetBytes(sample.message.Text);
                var match = default(MessageMatch);
                Assert.True(Catalogue.BuiltIn.ForServer(sample.Entry.Server)!.TryMatch(bytes, ref match), sample.message.Text);
                if (match.Entry.Line != sample.Entry.Line)
                {
                    // What an earlier entry takes is that entry's; a later one must not.
                    Assert.True(match.Entry.Line < sample.Entry.Line, sample.message.Text);
                    return;
                }

                Assert.Equal(
                    sample.message.All.Select(field => $"{field.Key}={field.Value}").Order(StringComparer.Ordinal),
                    MessageFields.Of(match, bytes).Select(field => $"{field.Key}={field.Value}").Order(StringComparer.Ordinal));
            },
            iter: 20_000);
    }

    private static Shape[] BuiltInShapes()
    {
        var reader = new CatalogueReader();
        foreach (var text in Catalogue.BuiltInFiles)
        {
            reader.Read(text);
        }

        return [.. reader.Servers.SelectMany(server => server.Shapes)];
    }
}
