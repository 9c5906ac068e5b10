using EDefter.Core.Rules.Aggregates;

namespace EDefter.Core.Workflow.Checking;

/// <summary>A check that ran to its end: the head of its report, and what was gathered of the vouchers.</summary>
public sealed record CheckedRange(CheckReport Report, MonthAggregates Aggregates);
