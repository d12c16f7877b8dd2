namespace LogSerialAudit.Core.Tests.History;

public sealed class ObserverTests
{
    /// <summary>What happens; the steps; the observers in order of their first lines.</summary>
    public static TheoryData<string, string, string> Stories => new()
    {
        { "lines without a host", "10:00 A gives 1", "sec.log" },
        { "one host", "10:00 ns1: A gives 1", "ns1" },
        { "two hosts", "10:00 ns1: A gives 1; 11:00 ns2: A gives 1; 12:00 ns1: A gives 2", "ns1, ns2" },
        { "a host and lines without one", "10:00 ns1: A gives 1; 11:00 A gives 1", "ns1, sec.log" },
        { "restarts are one", "10:00 ns1[5]: starts; 10:01 ns1[5]: A gives 1; 11:00 ns1[5]: exits; 11:01 ns1[6]: starts; 11:02 ns1[6]: A gives 2", "ns1" },
        { "also after a crash", "10:00 ns1[5]: starts; 10:01 ns1[5]: A gives 1; 11:01 ns1[6]: starts; 11:02 ns1[6]: A gives 2", "ns1" },
        { "also with the same pid, as in a container", "10:00 ns1[1]: starts; 10:01 ns1[1]: A gives 1; 11:01 ns1[1]: starts; 11:02 ns1[1]: A gives 2", "ns1" },
        { "pids in turn without any start are one", "10:00 ns1[5]: A gives 1; 11:00 ns1[6]: A gives 2; 12:00 ns1[5]: A gives 3", "ns1" },
        { "children are one", "10:00 ns1[5]: starts; 10:01 ns1[6]: A gives 1; 10:02 ns1[5]: A gives 2; 10:03 ns1[7]: A gives 3; 10:04 ns1[6]: A gives 4", "ns1" },
        { "a child that goes on alone", "10:00 ns1[5]: starts; 10:01 ns1[6]: A gives 1; 10:02 ns1[6]: A gives 2", "ns1" },
        { "a program by its path", "10:00 ns1//usr/sbin/named[5]: A gives 1; 11:00 ns1[6]: A gives 2", "ns1" },
        { "BIND 8's transfers are of its named", "10:00 ns1[5]: starts; 10:01 ns1/named-xfer[7]: A 1<2; 10:02 ns1[5]: A gives 3", "ns1" },
        { "a program and lines without one", "10:00 ns1/bind9: A gives 1; 11:00 A gives 1; 12:00 /bind9: A gives 1", "ns1, sec.log, sec.log/bind9" },
        { "two programs", "10:00 ns1: A gives 1; 11:00 ns1/bind9: A gives 1", "ns1/named, ns1/bind9" },
        { "two programs on one host of two", "10:00 ns1: A gives 1; 11:00 ns1/bind9: A gives 1; 12:00 ns2: A gives 1", "ns1/named, ns1/bind9, ns2" },
        { "two servers in turn", "10:00 ns1[5]: starts; 10:01 ns1[6]: starts; 10:02 ns1[5]: A gives 1; 10:03 ns1[6]: A gives 2", "ns1/named[5], ns1/named[6]" },
        { "one of them was there before", "09:00 ns1[6]: A gives 1; 10:00 ns1[5]: starts; 10:01 ns1[6]: A gives 2; 10:02 ns1[5]: A gives 1", "ns1/named[6], ns1/named[5]" },
        { "it writes only once between", "09:00 ns1[6]: A gives 1; 10:00 ns1[5]: starts; 10:01 ns1[6]: A gives 2; 10:02 ns1[5]: exits", "ns1/named[6], ns1/named[5]" },
        { "not after the exit", "09:00 ns1[6]: A gives 1; 10:00 ns1[5]: starts; 10:01 ns1[5]: exits; 10:02 ns1[6]: A gives 2", "ns1" },
        { "a restart goes on by its configuration", "10:00 ns1[5]: starts /a.conf; 10:01 ns1[6]: starts /b.conf; 10:02 ns1[5]: A gives 1; 10:03 ns1[6]: A gives 2; 10:04 ns1[6]: exits; 10:05 ns1[5]: exits; 10:06 ns1[7]: starts /b.conf; 10:07 ns1[8]: starts /a.conf; 10:08 ns1[7]: A gives 3; 10:09 ns1[8]: A gives 3", "ns1/named[5], ns1/named[6]" },
        { "the same configuration wins over an unknown one", "09:00 ns1[4]: A gives 1; 10:00 ns1[6]: starts /b.conf; 10:01 ns1[4]: A gives 1; 10:02 ns1[6]: A gives 2; 10:03 ns1[4]: exits; 10:04 ns1[6]: exits; 10:05 ns1[7]: starts /b.conf; 10:06 ns1[7]: A gives 3", "ns1/named[4], ns1/named[6]" },
        { "a third configuration is a third server", "10:00 ns1[5]: starts /a.conf; 10:01 ns1[6]: starts /b.conf; 10:02 ns1[5]: A gives 1; 10:03 ns1[5]: exits; 10:04 ns1[7]: starts /c.conf; 10:05 ns1[6]: A gives 2; 10:06 ns1[7]: A gives 3", "ns1/named[5], ns1/named[6], ns1/named[7]" },
        { "two hosts each with two", "10:00 ns1[5]: starts; 10:01 ns1[6]: starts; 10:02 ns1[5]: A gives 1; 11:00 ns2[5]: starts; 11:01 ns2[6]: A gives 1; 11:02 ns2[6]: A gives 2", "ns1/named[5], ns1/named[6], ns2" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void AProcessHasItsObserver(string what, string steps, string observers)
    {
        Assert.NotEmpty(what);
        Assert.Equal(observers, Story.Of(steps).Observers());
    }

    [Fact]
    public void ManyLinesBeforeTheOtherStartsDoNotHideThatTwoWriteInTurn()
    {
        var many = string.Concat(Enumerable.Range(0, 5000).Select(second => $"08:{second / 60 % 60:00}:{second % 60:00} ns1[6]: A notifies;"));
        Assert.Equal("ns1/named[6], ns1/named[5]", Story.Of($"{many} 10:00 ns1[5]: starts; 10:01 ns1[6]: A gives 2; 10:02 ns1[5]: A gives 1").Observers());
    }

    [Fact]
    public void EachServerHasItsOwnEpisodes() => Assert.Equal(
        "ns1/named[5]: A 90<100 10:02 caught-up 10:04 by 110; ns1/named[6]: A 90<100 10:03 open",
        Story.Of("10:00 ns1[5]: starts; 10:01 ns1[6]: starts; 10:02 ns1[5]: A 90<100; 10:03 ns1[6]: A 90<100; 10:04 ns1[5]: A gives 110").ToldInOneLine());

    [Fact]
    public void FilesWithoutAHostAreObserversByTheirSets() => Assert.Equal(
        "ns1: A 90<100 10:00 caught-up 12:00 by 110; ns2: A 90<100 11:00 open",
        Story.OfFiles(("ns1", "10:00 A 90<100; 12:00 A gives 110"), ("ns2", "11:00 A 90<100")).ToldInOneLine());

    [Fact]
    public void FilesOfOneHostAreOneHistory() => Assert.Equal(
        "ns1: A 90<100 x2 10:00-11:00 caught-up 12:00 by 110",
        Story.OfFiles(("general.log", "10:00 ns1: A 90<100; 12:00 ns1: transferred 110"), ("other.log", "11:00 ns1: A 90<100; 12:00 ns1: A status success")).ToldInOneLine());
}
