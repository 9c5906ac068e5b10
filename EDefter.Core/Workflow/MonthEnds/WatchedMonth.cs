using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.MonthEnds;

/// <summary>A month that waits for a person.</summary>
/// <param name="Book">Whose.</param>
/// <param name="Period">Which.</param>
/// <param name="State">How far it is.</param>
/// <param name="DaysLeft">Days until its last day, 0 today; null when that is not near.</param>
/// <param name="HasStopped">Its month end came to something that needs a person, or failed.</param>
public sealed record WatchedMonth(BookId Book, Period Period, MonthState State, int? DaysLeft, bool HasStopped);
