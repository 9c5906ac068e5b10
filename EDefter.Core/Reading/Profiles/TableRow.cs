namespace EDefter.Core.Reading.Profiles;

/// <summary>A row of somebody's table as a profile reads it.</summary>
/// <param name="At">Its place, Turkish.</param>
/// <param name="Values">What was read, as the wire writes it.</param>
/// <param name="Unknown">Cells of columns that the profile does not know.</param>
/// <param name="Fault">The first cell that cannot be read and why, a Turkish sentence; null when all could.</param>
internal sealed record TableRow(string At, Dictionary<ReadingMember, string> Values, List<(string Header, string Value)> Unknown, string? Fault)
{
    public bool IsEmpty => Values.Count == 0 && Fault is null && Unknown.Count == 0;
}
