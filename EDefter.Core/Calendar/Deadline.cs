using EDefter.Core.Companies;

namespace EDefter.Core.Calendar;

/// <summary>The last day to upload the books and berats of a month.</summary>
/// <param name="Period">The month.</param>
/// <param name="Due">Last day, a workday.</param>
/// <param name="Rule">The communiqué it rests on, in Turkish.</param>
/// <param name="ExtendedBy">The circular that moved it, or null.</param>
public sealed record Deadline(Period Period, DateOnly Due, string Rule, string? ExtendedBy);
