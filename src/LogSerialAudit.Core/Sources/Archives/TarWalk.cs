namespace LogSerialAudit.Sources.Archives;

/// <summary>
/// Goes through a tar archive (V7, ustar, GNU, pax) from front to back, in bounded memory. Read here and not by a library, so that
/// a damaged header loses no more than its member, and no header makes it allocate what it says.
/// </summary>
internal sealed class TarWalk(ByteSource bytes) : ArchiveWalk
{
    private readonly byte[] _block = new byte[TarHeader.Length];
    private long _position;
    private long _contentEnd;
    private bool _sawEnd;

    public override ArchiveEntry? Next()
    {
        var extension = new TarExtension();
        while (NextHeader())
        {
            var header = new TarHeader(_block);
            var (type, size) = (header.Type, extension.Size ?? header.Size);
            if (size < 0)
            {
                Note(DamageKind.Corrupt, $"the tar header at byte {_position - TarHeader.Length} is damaged");
                continue;
            }

            // Links and devices have no content, whatever the size.
            _contentEnd = _position + (type is >= '1' and <= '6' ? 0 : size);
            switch (type)
            {
                case 'L':
                    extension.AddName(TakeContent(size));
                    break;
                case 'x' or 'X':
                    extension.AddRecords(TakeContent(size));
                    break;
                case 'K' or 'g' or '5':
                    break;
                default:
                    var name = extension.Name ?? header.Name;
                    if (name.EndsWith('/'))
                    {
                        break; // A folder, as V7 has it.
                    }

                    name = name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
                    var entry = new ArchiveEntry(name, size, extension.Modified ?? header.Modified);
                    return name.Length > ArchiveEntry.LongestName ? entry with { Name = name[..100] + "...", WhyNot = "a name of over 4096 characters", IsRefused = true }
                        : extension.IsSparse || type == 'S' ? entry with { WhyNot = "a sparse file", IsRefused = true }
                        : entry with { WhyNot = WhyNot(type) };
            }

            extension = type is 'L' or 'K' or 'x' or 'X' or 'g' ? extension : new TarExtension();
        }

        return null;
    }

    public override Stream Open() => new Content(this);

    public override void Dispose()
    {
    }

    private static string? WhyNot(char type) => type switch
    {
        '1' or '2' => "a link",
        '3' or '4' => "a device",
        '6' => "a named pipe",
        'V' or 'M' or 'D' or 'N' => "no file",
        _ => null,
    };

    /// <summary>Finds the next header; what is none is left out, with a fault.</summary>
    private bool NextHeader()
    {
        // Content is filled up to whole blocks.
        var padded = (_contentEnd + TarHeader.Length - 1) / TarHeader.Length * TarHeader.Length;
        if (padded < _contentEnd || !Skip(padded - _position))
        {
            return false;
        }

        while (true)
        {
            var count = bytes.ReadFully(_block);
            _position += count;
            if (count < TarHeader.Length)
            {
                EndEarly(count);
                return false;
            }

            if (!_block.AsSpan().ContainsAnyExcept((byte)0))
            {
                _sawEnd = true;
            }
            else if (TarHeader.IsGood(_block))
            {
                (_sawEnd, _contentEnd) = (false, _position);
                return true;
            }
            else
            {
                Note(_sawEnd ? DamageKind.TrailingGarbage : DamageKind.Corrupt, _sawEnd
                    ? $"what stands after the end of the archive, from byte {_position - TarHeader.Length} of it on, is no tar data and was left out"
                    : $"the tar header at byte {_position - TarHeader.Length} is damaged; what stands there was left out");
            }
        }
    }

    private void EndEarly(int count)
    {
        IsCut = !_sawEnd;
        if (bytes.Fault is { } fault)
        {
            Fault ??= fault;
        }
        else if (count > 0 ? !_sawEnd || _block.AsSpan(0, count).ContainsAnyExcept((byte)0) : !_sawEnd)
        {
            Note(DamageKind.Truncated, $"the archive ends early at byte {_position}, without the mark of its end");
        }
    }

    private void Note(DamageKind kind, string text) => Fault ??= new SourceFault(kind, bytes.RawPosition, text);

    private bool Skip(long count)
    {
        var skipped = bytes.Skip(count);
        _position += skipped;
        if (skipped < count)
        {
            Fault ??= CutContent();
            IsCut = true;
        }

        return skipped == count;
    }

    private int Read(Span<byte> buffer)
    {
        var count = bytes.Read(buffer);
        _position += count;
        return count;
    }

    private SourceFault CutContent() =>
        bytes.Fault ?? new SourceFault(DamageKind.Truncated, bytes.RawPosition, $"the archive ends early at byte {_position}");

    private byte[] TakeContent(long size)
    {
        var content = new byte[Math.Min(size, TarExtension.Longest)];
        _position += bytes.ReadFully(content);
        return content;
    }

    /// <summary>The content of the member that the walk stands at.</summary>
    private sealed class Content(TarWalk walk) : Stream
    {
        private readonly long _end = walk._contentEnd;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var wanted = (int)Math.Min(buffer.Length, _end - walk._position);
            if (walk._contentEnd != _end || wanted <= 0)
            {
                return 0;
            }

            var count = walk.Read(buffer[..wanted]);
            return count > 0 ? count : throw new SourceFaultException(walk.CutContent());
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
