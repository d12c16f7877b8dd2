using System.Text;
using LogSerialAudit.Lines;

namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>Programs are known by the first or the last component of what stands in a line, as a whole.</summary>
public sealed class ProgramNamesTests
{
    private static readonly ProgramNames Names = new(["named", "in.named", "x"]);

    [Theory]
    [InlineData("named", true)]
    [InlineData("in.named", true)]
    [InlineData("x", true)]
    [InlineData("/usr/sbin/named", true)]
    [InlineData("desec-ns/named", true)]
    [InlineData("named/internal", true)]
    [InlineData("x/y", true)]
    [InlineData("y/x", true)]
    [InlineData("", false)]
    [InlineData("/", false)]
    [InlineData("n", false)]
    [InlineData("na", false)]
    [InlineData("names", false)]
    [InlineData("unnamed", false)]
    [InlineData("named2", false)]
    [InlineData("NAMED", false)]
    [InlineData("xx", false)]
    [InlineData("/named/internal", false)]
    [InlineData("a/named/b", false)]
    public void NamesAreWholeComponents(string ident, bool isKnown)
    {
        Assert.Equal(isKnown, Names.Contains(Encoding.UTF8.GetBytes(ident)));
    }

    [Theory]
    [InlineData("my/named", true)]
    [InlineData("/opt/my/named", true)]
    [InlineData("named", false)]
    [InlineData("my", false)]
    public void AProgramMayBeKnownByMoreThanOneComponent(string ident, bool isKnown)
    {
        var names = new ProgramNames(["my/named"]);

        Assert.Equal(isKnown, names.Contains(Encoding.UTF8.GetBytes(ident)));
        Assert.True(names.MayBegin((ushort)(ident[^2] | (ident[^1] << 8))));
    }

    [Theory]
    [InlineData("named[1]: ", true)]
    [InlineData("in.named: ", true)]
    [InlineData("x[1]: ", true)]
    [InlineData("x: ", true)]
    [InlineData("sshd[1]: ", false)]
    [InlineData("CRON[1]: ", false)]
    [InlineData("y: ", false)]
    public void TwoBytesRuleOutMostOtherPrograms(string tag, bool mayBe)
    {
        Assert.Equal(mayBe, Names.MayBegin((ushort)(tag[0] | (tag[1] << 8))));
    }
}
