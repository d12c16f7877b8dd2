using LogSerialAudit.Evidence.ZoneFiles;
using LogSerialAudit.Messages.Language;
using NodaTime;

namespace LogSerialAudit.Evidence;

/// <summary>The EXPIRE of a zone as someone says it: <c>1209600</c>, <c>2w</c>, <c>example.org=2w</c>.</summary>
public static class ExpireText
{
    /// <summary>Reads it.</summary>
    /// <param name="text">Seconds or a time such as <c>1w2d</c>, with <c>ZONE=</c> before it where it is for one zone only.</param>
    /// <param name="zone">The zone in lower case, without the final dot; empty where none is named.</param>
    /// <param name="expire">The time; more than none.</param>
    public static bool TryRead(string text, out string zone, out Duration expire)
    {
        var equals = text.LastIndexOf('=');
        var name = text[..Math.Max(0, equals)].ToLowerInvariant();
        zone = name == "." ? name : name.TrimEnd('.');
        var result = ZoneFileGrammar.Ttl(new LineInput(text[(equals + 1)..], 0));
        expire = Duration.FromSeconds(result.WasSuccessful ? result.Value : 0);
        return equals != 0 && (equals < 0 || zone.Length > 0) && expire > Duration.Zero;
    }
}
