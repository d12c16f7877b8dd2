using System.Buffers.Text;

namespace LogSerialAudit.Lines;

/// <summary>
/// What servers themselves write before a message, in their own files and inside other envelopes: BIND's prefix (see
/// <see cref="BindPrefix"/>), <c>[STAMP] nsd[123]: info: </c> of NSD and Unbound, <c>[INFO] </c> of CoreDNS, and the
/// stamp without a host of PowerDNS.
/// </summary>
public static class ServerPrefix
{
    /// <summary>Takes the prefix off the envelope's message.</summary>
    public static void Strip(ref Envelope envelope)
    {
        if (!envelope.Message.IsEmpty && envelope.Message[0] == '[')
        {
            TryReadBracket(envelope.Message, ref envelope);
        }

        BindPrefix.Strip(ref envelope);
    }

    /// <summary>Reads a prefix that begins with a bracket; false, and nothing changed, where it is none of those known.</summary>
    internal static bool TryReadBracket(ReadOnlySpan<byte> text, ref Envelope envelope)
    {
        var close = text[..Math.Min(text.Length, 40)].IndexOf("] "u8);
        if (close < 2)
        {
            return false;
        }

        var inner = text[1..close];
        var rest = text[(close + 2)..];
        if (IsLevel(inner))
        {
            envelope.ImpliedProgram = envelope.Program.IsEmpty ? "coredns"u8 : default;
            envelope.Message = rest;
            return true;
        }

        if (IsThread(inner))
        {
            // Unbound under syslog: "unbound[123]: [123:0] info: ".
            envelope.Message = rest;
            return true;
        }

        var form = StampReader.Probe(inner) == StampForm.Iso ? StampForm.Iso : StampForm.Unix;
        if (!StampReader.TryRead(form, inner, out _, out var length) || length != inner.Length
            || !SyslogTag.TryRead(rest, out var tag) || !tag.HasPid)
        {
            return false;
        }

        if (envelope.StampForm is StampForm.Classic or StampForm.Named or StampForm.None)
        {
            envelope.StampForm = form;
            envelope.StampText = text[1..];
        }

        envelope.IsSyslog = true;
        envelope.Program = tag.Program;
        envelope.Pid = tag.Pid;
        envelope.Message = tag.Message;
        return true;
    }

    /// <summary>
    /// Whether a line of PowerDNS begins here (<c>pdns/logger.cc</c>): on a terminal, and so in a file made of it, it
    /// writes a stamp and then at once the message, where syslog has a host.
    /// </summary>
    internal static bool IsPowerDns(ReadOnlySpan<byte> message)
    {
        if (message.Length < 8 || PowerDnsLetters.IndexOf(message[0]) < 0)
        {
            return false;
        }

        foreach (var opening in PowerDnsOpenings)
        {
            if (message.StartsWith(opening))
            {
                return true;
            }
        }

        // Before 3.0 the name of a zone had no quotes.
        return message.StartsWith("Domain "u8) && message.IndexOf(" more recent than master, "u8) > 0;
    }

    /// <summary>
    /// Whether a line of Knot DNS begins here (<c>KNOT_LOG_TIME_FORMAT</c>): whole seconds with an offset that has no colon, as nobody else writes them, and
    /// a severity at once.
    /// </summary>
    internal static bool IsKnot(ReadOnlySpan<byte> stamp, ReadOnlySpan<byte> rest) =>
        stamp.Length == 24 && stamp[19] is (byte)'+' or (byte)'-' && BindPrefix.BeginsWithSeverity(rest);

    /// <summary>Whether such a line can begin with a word, given with its blank.</summary>
    internal static bool MayBeginPowerDns(ReadOnlySpan<byte> word)
    {
        foreach (var opening in PowerDnsOpenings)
        {
            if (opening.AsSpan().StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>CoreDNS (<c>plugin/pkg/log</c>).</summary>
    private static bool IsLevel(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("INFO"u8) || word.SequenceEqual("WARNING"u8) || word.SequenceEqual("ERROR"u8)
        || word.SequenceEqual("DEBUG"u8) || word.SequenceEqual("FATAL"u8);

    private static bool IsThread(ReadOnlySpan<byte> pair) =>
        Utf8Parser.TryParse(pair, out uint _, out var digits) && digits + 1 < pair.Length && pair[digits] == ':'
        && Utf8Parser.TryParse(pair[(digits + 1)..], out uint _, out var more, 'x') && digits + 1 + more == pair.Length;

    /// <summary>The letters that <see cref="PowerDnsOpenings"/> begin with.</summary>
    private static ReadOnlySpan<byte> PowerDnsLetters => "ADGILNPQRSUWX"u8;

    /// <summary>How the messages of interest begin, and those of the start, which stand before them.</summary>
    private static readonly byte[][] PowerDnsOpenings =
    [
        .. new[]
        {
            "Domain '", "AXFR-in zone", "IXFR-in zone", "XFR-in zone", "AXFR-out zone", "IXFR-out zone", "AXFR of '", "IXFR of '",
            "AXFR of domain '", "IXFR of domain '", "IXFR fallback to AXFR for domain '", "AXFR started for '", "AXFR done for '",
            "Done with IXFR of '", "Done launching threads, ", "Starting AXFR of '", "Starting IXFR of '", "Initiating transfer of '",
            "Received NOTIFY ", "Received serial number ", "Received valid NOTIFY ", "Received unsuccessful ", "Retrieval request for ",
            "Notification for ", "Notification request for ", "Queued notification of domain '", "Queued also-notification of domain '",
            "Removed from notification list: '", "Unable to retrieve SOA for ", "Unable to AXFR zone '", "Unable to IXFR zone '",
            "Unable to XFR zone '", "While checking domain freshness: ", "Unable to feed record during incoming ", "Unable to parse record during incoming ", "Got NOTIFY for ",
            "Loading '/", "PowerDNS Authoritative Server ",
        }.Select(System.Text.Encoding.ASCII.GetBytes),
    ];
}
