using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Ports;

/// <summary>The rates of one day, in ordinal order of currencies.</summary>
public sealed record DayRates(DateOnly Day, IReadOnlyList<ExchangeRate> Rates);
