namespace LogSerialAudit.Evidence.Marks;

/// <summary>A mark among those before it.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="Change">How much the count has grown since the mark before; null where there is none, or nothing is counted.</param>
/// <param name="IsSecondOfDay">Whether the day has a mark already, in a list that has one a day.</param>
public sealed record MarkRow(Mark Mark, long? Change, bool IsSecondOfDay)
{
    /// <summary>Whether the count went back.</summary>
    public bool IsBack => Change < 0;
}
