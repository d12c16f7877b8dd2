using LogSerialAudit.History;

namespace LogSerialAudit.Findings;

/// <summary>The command, or the way in words, with which an operator makes a secondary take what its primary has, lower serial or not.</summary>
internal static class Retransfer
{
    /// <summary>The command for the server that complained.</summary>
    public static string CommandFor(Episode episode)
    {
        var zone = ShellWord.OfZone(episode.History.Zone.Name);
        var view = episode.History.Zone.View;
        return ProgramOf(episode) switch
        {
            "nsd" => $"nsd-control force_transfer {zone}",
            "knotd" => $"knotc zone-retransfer {zone}",
            "pdns" => $"pdns_control retrieve {zone}",
            // Its "unbound-control auth_zone_transfer" looks at the serial first (services/authzone.c), and CoreDNS keeps no copy (plugin/secondary).
            "unbound" => $"stop Unbound, remove its zonefile of {episode.History.Zone.Name} and start it again",
            "coredns" => "restart CoreDNS",
            "windows" => $"Start-DnsServerZoneTransfer -FullTransfer -Name {PowerShellWord(episode.History.Zone.Name)} (PowerShell; where it still refuses, remove the secondary zone and add it again)",
            "" => $"nsd-control force_transfer {zone} or pdns_control retrieve {zone}, whichever server it is,",
            _ when view.Length > 0 => $"rndc retransfer {zone} {episode.History.Zone.Class} {ShellWord.OfView(view)}",
            _ => $"rndc retransfer {zone}{(episode.History.Zone.Class is "IN" or "" ? "" : " " + episode.History.Zone.Class)}",
        };
    }

    /// <summary>Whether the server never lets a zone expire over a lower serial (pdns/slavecommunicator.cc: it counts as fresh).</summary>
    public static bool NeverExpires(Episode episode) => ProgramOf(episode) == "pdns";

    /// <summary>A plain name; what of another one PowerShell would make is left to who copies it.</summary>
    private static string PowerShellWord(string zone) =>
        zone is [var first, ..] && char.IsAsciiLetterOrDigit(first) && zone.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./".Contains(letter, StringComparison.Ordinal)) ? zone : "ZONE";

    /// <summary>By its program; where its lines name none, by how it writes addresses: NSD and PowerDNS both without a port.</summary>
    private static string ProgramOf(Episode episode) => episode.History.Observer.Program switch
    {
        var program when program.StartsWith("nsd", StringComparison.Ordinal) => "nsd",
        var program when program.StartsWith("knot", StringComparison.Ordinal) => "knotd",
        var program when program.StartsWith("pdns", StringComparison.Ordinal) => "pdns",
        var program when program.StartsWith("unbound", StringComparison.Ordinal) => "unbound",
        var program when program.StartsWith("coredns", StringComparison.Ordinal) => "coredns",
        "DNS" => "windows",
        var program when program.StartsWith("Microsoft-Windows-DNS", StringComparison.Ordinal) => "windows",
        "" when episode.Primary.Contains('@', StringComparison.Ordinal) => "knotd",
        "" when episode.Primary.Length > 0 && !episode.Primary.Contains('#', StringComparison.Ordinal) => "",
        _ => "named",
    };
}
