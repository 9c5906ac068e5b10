using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>Where checks are asked for.</summary>
public sealed class CheckDesk(BookFinder books, JobDesk jobs)
{
    /// <summary>A check of a whole month. A month that no fiscal year covers may be checked too: the report says what is missing.</summary>
    public async Task<Outcome<Job>> AskMonthAsync(string company, string branch, string period, Actor actor, string? idempotencyKey, CancellationToken cancellationToken)
    {
        if (!Period.TryParse(period, out var month))
            return Refusals.InvalidPeriod(period);
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        return await jobs.AskAsync(CheckWork.KindWord, book.Value, JobLane.Prompt, new CheckRequest(month, From: null, To: null), actor, idempotencyKey, cancellationToken);
    }

    /// <summary>A check of any range of days, which never numbers.</summary>
    public async Task<Outcome<Job>> AskRangeAsync(string company, string branch, string? from, string? to, Actor actor, string? idempotencyKey, CancellationToken cancellationToken)
    {
        if (!TryReadRange(from, to, out var first, out var last))
            return Refusals.InvalidRange(from ?? string.Empty, to ?? string.Empty);
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        return await jobs.AskAsync(CheckWork.KindWord, book.Value, LaneOf(first, last), new CheckRequest(Period: null, first, last), actor, idempotencyKey, cancellationToken);
    }

    // A range of more than a month may be a whole year.
    private static JobLane LaneOf(DateOnly first, DateOnly last) => last.DayNumber - first.DayNumber > 31 ? JobLane.Heavy : JobLane.Prompt;

    internal static bool TryReadRange(string? from, string? to, out DateOnly first, out DateOnly last)
    {
        last = default;
        return DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first)
            && DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out last)
            && first <= last;
    }
}
