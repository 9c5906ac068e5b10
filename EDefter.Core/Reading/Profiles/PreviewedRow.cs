namespace EDefter.Core.Reading.Profiles;

/// <summary>A row of somebody's table as it is read.</summary>
/// <param name="At">Its place, Turkish.</param>
/// <param name="Values">Names of members → what was read, as the wire writes it.</param>
/// <param name="Unknown">Headers that the profile does not know → what stands there; null when there is none.</param>
/// <param name="Fault">The first cell that cannot be read and why, a Turkish sentence; null when all could.</param>
public sealed record PreviewedRow(string At, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string>? Unknown, string? Fault)
{
    internal static PreviewedRow Of(TableRow row) => new(
        row.At,
        row.Values.OrderBy(value => value.Key).ToDictionary(value => value.Key.NameOf(), value => value.Value, StringComparer.Ordinal),
        row.Unknown.Count == 0 ? null : row.Unknown.DistinctBy(cell => cell.Header, StringComparer.Ordinal).ToDictionary(cell => cell.Header, cell => cell.Value, StringComparer.Ordinal),
        row.Fault);
}
