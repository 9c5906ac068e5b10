using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Checking;

/// <summary>What a part of a check is asked. Everything that its outcome depends on stands here; a part that finds something else refuses.</summary>
/// <param name="Period">The month.</param>
/// <param name="Revision">The month's revision.</param>
/// <param name="Basis">The basis of the check.</param>
/// <param name="AsOf">"Today".</param>
/// <param name="Report">Where the report goes (<see cref="ReportName.Stem"/>).</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Vouchers">Live vouchers of the days.</param>
public sealed record CheckPartRequest(Period Period, long Revision, string Basis, DateOnly AsOf, string Report, DateOnly From, DateOnly To, long Vouchers);
