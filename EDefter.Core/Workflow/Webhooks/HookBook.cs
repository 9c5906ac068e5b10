using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>A fiscal year of a book, as events name it.</summary>
internal sealed record HookBook(Company Company, BookId Id, FiscalYear Year)
{
    /// <summary><c>{branch}|{first day}</c>: what places and memories of this year are kept under.</summary>
    public string Key => KeyOf(Id, Year);

    public string Path => $"/api/companies/{Id.Company}/{Id.Branch}";

    public string MonthPath(Period period) => $"{Path}/periods/{period}";

    public static string KeyOf(BookId book, FiscalYear year) => string.Create(CultureInfo.InvariantCulture, $"{book.Branch}|{year.Start:yyyyMMdd}");

    /// <summary>An event of this year.</summary>
    /// <param name="type">Its word.</param>
    /// <param name="source">What it is found in: with the book it makes the event's identity.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="period">The month.</param>
    public HookEvent Event(string type, string source, DateTimeOffset at, Period period) =>
        new() { Id = ContentHash.Short("webhook-event", Id.Company, Key, source), Type = type, At = at, Branch = Id.Branch, Period = period };
}
