using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LogSerialAudit.Reports.Redacting;

/// <summary>Addresses by those of RFC 5737, RFC 2544 and RFC 3849. Loopback and unspecified addresses say nothing and stay.</summary>
internal sealed class RedactedAddresses
{
    private static readonly SearchValues<char> OfAddresses = SearchValues.Create("0123456789abcdefABCDEF.:");

    private static readonly SearchValues<char> BehindAddresses = SearchValues.Create("#%@/");

    private readonly Dictionary<IPAddress, string> _aliases = [];
    private readonly HashSet<IPAddress> _originals = [];
    private readonly HashSet<string> _issued = new(StringComparer.Ordinal);
    private int _v4;
    private int _v6;

    /// <summary>Addresses, with their ports, that no other address may get.</summary>
    public void Reserve(IEnumerable<string> peers)
    {
        foreach (var peer in peers)
        {
            if (Split(peer) is { } parts)
            {
                _ = _originals.Add(Parsed(parts.Address)!);
            }
        }
    }

    /// <summary>An address with what stands behind it, a port, a scope or the length of a prefix; null for anything else.</summary>
    public string? Find(string word) => Split(word) is var (address, rest) ? AliasOf(address) + rest : null;

    private string AliasOf(string text)
    {
        var address = Parsed(text)!;
        if (_issued.Contains(text) || IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            return text;
        }

        if (!_aliases.TryGetValue(address, out var alias))
        {
            do
            {
                alias = address.AddressFamily == AddressFamily.InterNetwork ? V4(_v4++) : string.Create(CultureInfo.InvariantCulture, $"2001:db8::{++_v6:x}");
            }
            while (_originals.Contains(IPAddress.Parse(alias)));
            _aliases.Add(address, alias);
            _ = _issued.Add(alias);
        }

        return alias;
    }

    private static string V4(int number)
    {
        const int hosts = 254;
        string[] networks = ["192.0.2", "198.51.100", "203.0.113"];
        var network = number / hosts;
        return network < networks.Length
            ? string.Create(CultureInfo.InvariantCulture, $"{networks[network]}.{(number % hosts) + 1}")
            : string.Create(CultureInfo.InvariantCulture, $"198.{18 + ((network - networks.Length) / 256 % 2)}.{(network - networks.Length) % 256}.{(number % hosts) + 1}");
    }

    private static (string Address, string Behind)? Split(string word)
    {
        var end = word.AsSpan().IndexOfAny(BehindAddresses);
        var address = end < 0 ? word : word[..end];
        if (Parsed(address) is not null)
        {
            return (address, end < 0 ? "" : Behind(word[end..]));
        }

        // 192.0.2.1:53
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon == address.LastIndexOf(':') && Parsed(address[..colon]) is not null && address[(colon + 1)..].All(char.IsAsciiDigit)
            ? (address[..colon], word[colon..])
            : null;
    }

    /// <summary>The name of an interface goes.</summary>
    private static string Behind(string rest)
    {
        if (rest[0] != '%')
        {
            return rest.AsSpan(1).ContainsAnyExceptInRange('0', '9') ? "" : rest;
        }

        var end = rest.IndexOfAny(['#', '@']);
        var scope = end < 0 ? rest[1..] : rest[1..end];
        return (scope.All(char.IsAsciiDigit) ? $"%{scope}" : "%0") + (end < 0 ? "" : rest[end..]);
    }

    private static IPAddress? Parsed(string text) =>
        (text.Count(sign => sign == '.') == 3 || text.Contains(':', StringComparison.Ordinal))
        && !text.AsSpan().ContainsAnyExcept(OfAddresses) && IPAddress.TryParse(text, out var address) ? address : null;
}
