using EDefter.Core.Reading;

namespace EDefter.Functions.Uploads;

/// <param name="Items">In order of arrival.</param>
/// <param name="Next">Path of the next page; absent on the last.</param>
public sealed record RejectedPage(IReadOnlyList<RejectedRow> Items, string? Next);
