using System.Text;
using LogSerialAudit.Messages;

namespace LogSerialAudit.Core.Tests.Messages;

/// <summary>What a catalogue finds in a message, as one line of text.</summary>
internal static class Found
{
    /// <summary><c>kind name=value name=value</c>, or <c>-</c> where nothing matches.</summary>
    public static string In(Catalogue catalogue, string message)
    {
        var bytes = Encoding.UTF8.GetBytes(message);
        var match = default(MessageMatch);
        return !catalogue.TryMatch(bytes, ref match)
            ? "-"
            : string.Join(' ', MessageFields.Of(match, bytes)
                .Select(field => $"{field.Key}={field.Value}")
                .Prepend(match.Entry.Kind.Word()));
    }

    /// <summary>The same, in the catalogue that comes with the program.</summary>
    public static string In(string message) => In(Catalogue.BuiltIn, message);

    /// <summary>The same, with a catalogue of one pattern.</summary>
    public static string In(string pattern, string message) =>
        In(Catalogue.Read(new CatalogueText("test.messages", $"[bind] programs named\nloaded {pattern}")).Catalogue, message);
}
