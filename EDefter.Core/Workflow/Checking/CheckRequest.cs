using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Checking;

/// <summary>What a checking job was asked for: a month, or a range of days.</summary>
public sealed record CheckRequest(Period? Period, DateOnly? From, DateOnly? To);
