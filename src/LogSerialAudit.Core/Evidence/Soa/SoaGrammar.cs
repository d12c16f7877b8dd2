using LogSerialAudit.Evidence.ZoneFiles;
using LogSerialAudit.Messages.Language;
using LogSerialAudit.Serials;
using Sprache;

namespace LogSerialAudit.Evidence.Soa;

/// <summary>
/// SOA records as <c>dig</c>, <c>host</c>, their relatives and scripts around them print them (bind9 bin/dig). A line end
/// counts as a blank: mail programs wrap, and <c>+multiline</c> parts a record.
/// </summary>
internal static class SoaGrammar
{
    private static readonly Parser<string> Gap = LineInput.Run(IsBlank, "a blank");

    /// <summary>Between the fields of a record: blanks, parentheses and comments (RFC 1035 section 5.1).</summary>
    private static int AfterGap(IInput input)
    {
        var (text, at, inComment) = (input.Source, input.Position, false);
        for (; at < text.Length && (inComment || IsBlank(text[at]) || text[at] is '(' or ';'); at++)
        {
            inComment = text[at] == ';' || (inComment && text[at] != '\n');
        }

        return at;
    }

    /// <summary>A name or number: up to a blank or a sign of the format; a backslash takes the sign after it along.</summary>
    private static int EndOfWord(string text, int at)
    {
        for (; at < text.Length && !IsBlank(text[at]) && text[at] is not ('(' or ')' or ';' or '"'); at++)
        {
            at += text[at] == '\\' && at + 1 < text.Length && text[at + 1] is not '\n' ? 1 : 0;
        }

        return at;
    }

    private static bool IsBlank(char sign) => sign is ' ' or '\t' or '\n';

    private static readonly Parser<string> Word = input => EndOfWord(input.Source, input.Position) is var end && end > input.Position
        ? Result.Success(input.Source[input.Position..end], new LineInput(input.Source, end))
        : Result.Failure<string>(input, "unexpected", ["a word"]);

    /// <summary>The next field of a record; an error points at the field, not at what stands before it.</summary>
    private static Parser<T> Field<T>(string name, Parser<T> value) => input =>
    {
        var (start, end) = (AfterGap(input), 0);
        end = EndOfWord(input.Source, start);
        var result = start > input.Position && end > start ? value.End()(new LineInput(input.Source[start..end], 0)) : null;
        return result is { WasSuccessful: true }
            ? Result.Success(result.Value, new LineInput(input.Source, end))
            : Result.Failure<T>(new LineInput(input.Source, start), "unexpected", [name]);
    };

    private static readonly Parser<string> Rest = Parse.AnyChar.Many().Text();

    private static readonly Parser<string> DottedName = Rest.Where(name => name.Contains('.', StringComparison.Ordinal)).Select(name => ZoneFile.Absolute(name, "."));

    private static Parser<uint> Seconds(string name) => Field($"{name}, a time in seconds", ZoneFileGrammar.Ttl);

    /// <summary>What stands after the type.</summary>
    private static Parser<SoaRecord> Data(Parser<string> primary) =>
        from mname in primary
        from rname in Field("the mailbox, a name with a dot", DottedName)
        from serial in Field("the serial, a number up to 4294967295", ZoneFileGrammar.Number)
        from refresh in Seconds("REFRESH")
        from retry in Seconds("RETRY")
        from expire in Seconds("EXPIRE")
        from minimum in Seconds("MINIMUM")
        from close in Close.Optional()
        select new SoaRecord(mname, rname, new SerialNumber(serial), refresh, retry, expire, minimum);

    private static readonly Parser<char> Close = input => AfterGap(input) is var at && at < input.Source.Length && input.Source[at] == ')'
        ? Result.Success(')', new LineInput(input.Source, at + 1))
        : Result.Failure<char>(input, "unexpected", ["a parenthesis"]);

    private static readonly Parser<SoaRecord> DataAfterType = Data(Field("the primary's name, a name with a dot", DottedName));

    private static readonly Parser<string> Type = Word.Where(word => word.Equals("SOA", StringComparison.OrdinalIgnoreCase)).Named("SOA");

    private static readonly Parser<string> Absolute = Word.Where(name => name.EndsWith('.')).Named("a name with a final dot");

    private static Parser<bool> Before(Parser<object> value) => Word.Where(word => value.End()(new LineInput(word, 0)).WasSuccessful).Then(_ => Gap).Optional().Select(word => word.IsDefined);

    private static readonly Parser<bool> Ttl = Before(ZoneFileGrammar.Ttl.Select(ttl => (object)ttl));

    private static readonly Parser<bool> Class = Before(ZoneFileGrammar.Class.Select(name => (object)name));

    /// <summary>The owner of a record, its TTL and class, and its type; whether TTL or class are there.</summary>
    internal static readonly Parser<(string Owner, bool IsSure)> Head =
        from owner in Absolute
        from gap in Gap
        from ttl in Ttl
        from name in Class
        from type in Type
        select (owner, ttl || name);

    private static readonly Parser<(string, string)> NoServer = Parse.Return(("", ""));

    /// <summary><c>@192.0.2.1 (ns1.example.org.)</c>, as some scripts add.</summary>
    private static readonly Parser<(string, string)> AtServer =
        from gap in Gap
        from at in Parse.Char('@')
        from address in Word
        from name in (from space in Gap from open in Parse.Char('(') from name in Word from close in Parse.Char(')') select name).Optional()
        select (name.GetOrElse(""), address);

    /// <summary><c>from server 192.0.2.1 in 12 ms.</c> (<c>+identify</c>, <c>+nssearch</c>), with or without name and <c>at</c>.</summary>
    private static readonly Parser<(string, string)> FromServer =
        from words in Gap.Then(_ => Words("from", "server"))
        from server in Word
        from address in Words("", "at").Then(_ => Word).Optional()
        from time in Words("", "in").Then(_ => Word).Then(_ => Gap).Then(_ => Word)
        select (server, address.GetOrElse(""));

    /// <summary>Words with blanks between them and after the last one; an empty one is where a blank stands first.</summary>
    private static Parser<string> Words(params string[] words) => words.Select(word => word.Length == 0 ? Gap : Parse.String(word).Text().Then(text => Gap))
        .Aggregate((one, other) => one.Then(_ => other));

    private static readonly Parser<(string, string)> Server = AtServer.Or(FromServer).Or(NoServer);

    private static Parser<SoaStatement> Statement(Parser<string> owner, Parser<SoaRecord> data) =>
        from zone in owner
        from soa in data
        from server in Server
        select new SoaStatement(zone, soa, server.Item1, server.Item2);

    /// <summary>A record: <c>example.org. 3600 IN SOA ...</c>.</summary>
    internal static readonly Parser<SoaStatement> Record = Statement(Head.Select(head => head.Owner), DataAfterType);

    /// <summary>What <c>dig +nssearch</c> prints: <c>SOA ... from server ...</c>.</summary>
    internal static readonly Parser<SoaStatement> Search = Statement(Parse.String("SOA").Return(""), DataAfterType);

    /// <summary>What <c>host</c> prints: <c>example.org has SOA record ...</c>.</summary>
    internal static readonly Parser<string> HasHead =
        from owner in Word
        from words in Gap.Then(_ => Words("has", "SOA")).Then(_ => Word).Where(word => word == "record")
        select owner;

    /// <summary>The whole of it.</summary>
    internal static readonly Parser<SoaStatement> Has = Statement(HasHead, DataAfterType);

    /// <summary>Whether a line may begin so: cheap, since most do not.</summary>
    internal static bool MayBeShort(string line) => line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end && line[end - 1] == '.';

    /// <summary>The first three words of what <c>dig +short</c> prints.</summary>
    internal static readonly Parser<string> ShortHead =
        from mname in Absolute
        from rname in Gap.Then(_ => Absolute)
        from serial in Gap.Then(_ => Word).Where(word => word.All(char.IsAsciiDigit))
        select mname;

    /// <summary>What <c>dig +short</c> prints: the data alone.</summary>
    internal static readonly Parser<SoaStatement> Short = Statement(Parse.Return(""), Data(Absolute.Select(name => ZoneFile.Absolute(name, "."))));
}
