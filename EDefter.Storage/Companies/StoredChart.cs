using EDefter.Core.Companies;

namespace EDefter.Storage.Companies;

/// <summary>A chart of accounts as it stands in its blob.</summary>
internal sealed record StoredChart(bool IsComplete, IReadOnlyList<ChartAccount> Accounts);
