using NodaTime;

namespace LogSerialAudit.Evidence.Soa;

/// <summary>The answers of one question, with what the lines around them say of all: <c>dig</c> names the server after the records, <c>host</c> before.</summary>
internal sealed class AnswerBlock
{
    private readonly List<SoaAnswer> _answers = [];

    /// <summary>The server, by address or name; empty while it is not known.</summary>
    public string Server { get; set; } = "";

    /// <summary>The other of name and address.</summary>
    public string ServerToo { get; set; } = "";

    /// <summary>When it was asked; null while that is not known.</summary>
    public (Instant At, AnswerTime DatedBy)? Asked { get; set; }

    /// <summary>Whether the answer is authoritative; null while no flags were seen.</summary>
    public bool? IsAuthoritative { get; set; }

    /// <summary>Whether it began with a header, so that a zone has one answer in it: a transfer has two SOA records, or many.</summary>
    public bool HasHeader { get; set; }

    /// <summary>Whether lines have come that stand after the records.</summary>
    public bool HasFooter { get; set; }

    /// <summary>Whether it has no answer yet.</summary>
    public bool IsEmpty => _answers.Count == 0;

    /// <summary>Takes an answer, unless it repeats one.</summary>
    public void Add(SoaAnswer answer)
    {
        if (!HasHeader || !_answers.Exists(other => other.Zone == answer.Zone))
        {
            _answers.Add(answer);
        }
    }

    /// <summary>The answers with all that is known in the end.</summary>
    /// <param name="command">The command that asked; null where the transcript does not show it.</param>
    public IEnumerable<SoaAnswer> Close(AskingCommand? command)
    {
        foreach (var answer in _answers)
        {
            var known = answer.Server.Length > 0 ? (answer.ServerName, answer.ServerAddress) : NameAndAddress(Server, ServerToo);
            var (name, address) = known is ("", "") ? NameAndAddress(command?.Server ?? "", "") : known;
            yield return answer with
            {
                ServerName = name,
                ServerAddress = address,
                Asked = Asked?.At ?? answer.Asked,
                DatedBy = Asked?.DatedBy ?? answer.DatedBy,
                IsAuthoritative = IsAuthoritative,
            };
        }
    }

    /// <summary>Which of two words is the server's name, and which its address.</summary>
    public static (string Name, string Address) NameAndAddress(string one, string other)
    {
        (one, other) = (Bare(one), Bare(other));
        return AskingCommand.IsAddress(one) ? (AskingCommand.IsAddress(other) ? "" : other, one)
            : AskingCommand.IsAddress(other) ? (one, other)
            : (one.Length > 0 ? one : other, "");
    }

    /// <summary>Without port and final dot, in lower case.</summary>
    private static string Bare(string server)
    {
        var port = server.IndexOfAny(['#', '@']);
        var bare = (port < 0 ? server : server[..port]).ToLowerInvariant();
        return bare.Length > 1 ? bare.TrimEnd('.') : bare;
    }
}
