using EDefter.Core.Calendar;
using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Books;

/// <summary>The last day of a month as people see it.</summary>
/// <param name="Period">The month.</param>
/// <param name="Due">Last day to upload its books and berats, a workday.</param>
/// <param name="DaysLeft">Days from today in Türkiye; 0 on the last day itself, negative after it.</param>
/// <param name="Rule">The communiqué it rests on, in Turkish.</param>
/// <param name="ExtendedBy">The circular that moved it, or null.</param>
public sealed record DeadlineView(Period Period, DateOnly Due, int DaysLeft, string Rule, string? ExtendedBy)
{
    /// <summary>Null for a company without e-Defter, and for a month that none of its fiscal years covers.</summary>
    public static DeadlineView? Of(Company company, Period period, DateOnly today) =>
        DeadlineCalendar.DueOf(company, period) is { } deadline ? new DeadlineView(period, deadline.Due, deadline.Due.DayNumber - today.DayNumber, deadline.Rule, deadline.ExtendedBy) : null;
}
