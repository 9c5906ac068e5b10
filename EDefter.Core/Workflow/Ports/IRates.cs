namespace EDefter.Core.Workflow.Ports;

/// <summary>The authority's exchange rates, the same for every company.</summary>
public interface IRates
{
    /// <summary>The rates of a day as sent last; an empty list takes the day away.</summary>
    Task SaveAsync(DayRates rates, CancellationToken cancellationToken);

    /// <summary>The days of the range that have rates, in order.</summary>
    IAsyncEnumerable<DayRates> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);
}
