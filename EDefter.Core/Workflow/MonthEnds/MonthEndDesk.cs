using EDefter.Core.Companies;
using EDefter.Core.Text;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.MonthEnds;

/// <summary>Asks for the month ends that are due. Asking again, by another instance or on another day, finds the job that was asked for.</summary>
public sealed class MonthEndDesk(ICompanies companies, BookFinder books, MonthFinder months, JobDesk jobs, TimeProvider clock)
{
    // What stands in the trail in the place of a key: no key was used.
    private const string ApprovalKey = "standing-approval";

    // Its first end is the answer for good: what stopped for a person is not begun again behind his back.
    private const string Once = "month-end";

    /// <returns>How many books have a month end due today, those that are done already not counted.</returns>
    public async Task<int> AskDueAsync(CancellationToken cancellationToken)
    {
        var today = TurkishDay.Of(clock.GetUtcNow());
        var due = 0;
        await foreach (var company in companies.ListAsync(cancellationToken))
        {
            if (company.AutoClose is not { ApprovedBy: not null, ApprovedOn: { } approvedOn } approval || today.Day < approval.Day || approvedOn > today)
                continue;
            foreach (var book in company.Books())
            {
                if (await AskAsync(book, Period.Of(today).Previous, approval, cancellationToken))
                    due++;
            }
        }

        return due;
    }

    private async Task<bool> AskAsync(BookId id, Period period, AutoClose approval, CancellationToken cancellationToken)
    {
        var book = await books.FindAsync(id.Company, id.Branch, cancellationToken);
        if (book.IsRefused)
            return false;
        var month = await months.FindAsync(book.Value, period, cancellationToken);
        // A month outside every fiscal year, or one that a person has brought to its end, is nobody's to close.
        if (month.IsRefused || month.Value.Head.State is MonthState.Archived or MonthState.Filed)
            return false;
        // Whom to tell is no part of the approval: changing it must not close a month twice.
        var request = new MonthEndRequest(period, approval with { Tell = [] });
        // Whoever cancelled it did not mean "until tomorrow".
        if (await jobs.FindAsync(MonthEndWork.KindWord, book.Value, request, ActorOf(approval), Once, cancellationToken) is { State: JobState.Cancelled })
            return false;
        await jobs.AskAsync(MonthEndWork.KindWord, book.Value, JobLane.Background, request, ActorOf(approval), Once, cancellationToken);
        return true;
    }

    /// <summary>The person who approved, and that it was a standing approval: so it stands in every trail.</summary>
    private static Actor ActorOf(AutoClose approval) => new($"{approval.ApprovedBy} (sürekli onay, {TurkishText.Date(approval.ApprovedOn!.Value)})", ApprovalKey);
}
