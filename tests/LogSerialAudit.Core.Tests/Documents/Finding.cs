using System.Text;
using LogSerialAudit.Core.Tests.Events;
using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Events;
using LogSerialAudit.Sources;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Core.Tests.Documents;

/// <summary>What is found in a text: its events with their lines, what it was taken for, and an account that adds up.</summary>
internal sealed record Finding(string[] Events, DocumentSummary? Document, ReadTotals Totals, FileScan Scan)
{
    public const string Complaint = "May 30 10:05:36 ns named[11750]: zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53 < ours (1558799284)";
    public const string Understood = "ns/named[11750] rollback-offered balug.org/IN 1558725628/1558799284 198.144.194.238#53";

    public DocumentForm Form => Document?.Form ?? DocumentForm.Log;

    public static Finding In(string text, int largestChunk = int.MaxValue - 1) => In(Encoding.UTF8.GetBytes(text), largestChunk);

    public static Finding In(byte[] text, int largestChunk = int.MaxValue - 1)
    {
        var scanner = Scanning.NewScanner();
        using var reader = new DocumentReader(BlockReader.Over(new ChunkedStream(text, largestChunk, true, 1), "x"), scanner.Judge);
        var block = new LineBlock();
        while (reader.Read(block, TestContext.Current.CancellationToken))
        {
            Assert.True(block.Length > 0);
            scanner.Read(block);
        }

        Assert.False(reader.Read(block, TestContext.Current.CancellationToken));
        Assert.True(reader.Totals.IsBalanced);
        Assert.InRange(scanner.Scan.EventLines, 0, reader.Totals.Lines);
        return new Finding(Scanning.Show(scanner.Scan), reader.Summary, reader.Totals, scanner.Scan);
    }
}
