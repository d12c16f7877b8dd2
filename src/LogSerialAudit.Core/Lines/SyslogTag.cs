using System.Buffers.Text;

namespace LogSerialAudit.Lines;

/// <summary>The <c>named[11750]: </c> before a message (RFC 3164 section 5.3), and the message.</summary>
internal ref struct SyslogTag
{
    public ReadOnlySpan<byte> Program;
    public ReadOnlySpan<byte> Message;
    public uint Pid;
    public bool HasPid;

    /// <summary>Reads a tag at the start of the bytes; false where there is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out SyslogTag tag)
    {
        tag = default;
        var end = text.IndexOfAny((byte)'[', (byte)':', (byte)' ');
        if (end <= 0 || text[end] == ' ')
        {
            return false;
        }

        tag.Program = text[..end];
        if (text[end] == '[')
        {
            // A pid has at most seven digits on Linux, ten anywhere.
            if (!Utf8Parser.TryParse(text[(end + 1)..], out tag.Pid, out var digits))
            {
                return false;
            }

            end += digits + 1;
            end += ThreadLength(text[end..]);
            if (end >= text.Length || text[end] != ']')
            {
                return false;
            }

            tag.HasPid = true;
            end++;
            if (end < text.Length && text[end] != ':' && text[end] != ' ')
            {
                return false;
            }
        }

        // macOS has no colon here.
        var isAsl = tag.HasPid && end < text.Length && text[end] == ' ';
        if (end < text.Length && text[end] == ':')
        {
            end++;
        }

        if (end < text.Length && text[end] is (byte)' ' or (byte)'\t')
        {
            // Templates that put a blank before a message, which has one itself, make two of it.
            end = text.Length - text[end..].TrimStart(" \t"u8).Length;
        }
        else if (end < text.Length && !tag.HasPid)
        {
            // "name:text" is a tag only where a pid says so; it may be the start of anything.
            return false;
        }

        tag.Message = text[end..];
        if (isAsl && tag.Message.StartsWith("<"u8))
        {
            tag.Message = PriorityWord.SkipLevel(tag.Message);
        }

        if (tag.Message.StartsWith("[ID "u8) && tag.Message.IndexOf("] "u8) is var close and > 0)
        {
            // Solaris: "[ID 702911 local0.error] " before the message.
            tag.Message = tag.Message[(close + 2)..];
        }

        return true;
    }

    /// <summary>Unbound puts the number of its thread behind the pid: <c>unbound[123:0]</c>.</summary>
    private static int ThreadLength(ReadOnlySpan<byte> text) =>
        text.Length > 1 && text[0] == ':' && Utf8Parser.TryParse(text[1..], out uint _, out var digits, 'x') ? digits + 1 : 0;
}
