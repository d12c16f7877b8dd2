namespace LogSerialAudit.History;

/// <summary>Looks at a row; it may keep it.</summary>
public delegate void RowVisitor(in EventRow row);
