namespace LogSerialAudit.Dating;

/// <summary>How many more silences of a file may be kept: a file made of silences must not fill memory.</summary>
internal sealed class SilenceRoom
{
    private int _left = 100_000;

    /// <summary>Whether there is room for one more.</summary>
    public bool IsLeft => _left > 0;

    /// <summary>Takes the room of one.</summary>
    public void Take() => _left--;
}
