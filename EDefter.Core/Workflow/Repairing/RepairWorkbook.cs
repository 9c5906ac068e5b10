using EDefter.Core.Formats.Reports;
using EDefter.Core.Repairs;
using EDefter.Core.Text;
using EDefter.Core.Workflow.Books;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>A run's plan as a workbook, with what became of it.</summary>
public sealed class RepairWorkbook(MonthFinder months, RepairRuns runs)
{
    /// <summary>Writes the workbook synchronously into a stream that is no network: a file or memory.</summary>
    public async Task<Refusal?> WriteAsync(string company, string branch, string period, string run, Stream output, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        if (await runs.FindAsync(month.Value, run, cancellationToken) is not { } found)
            return Refusals.UnknownRun(run);
        var plan = await runs.ReadPlanAsync(month.Value.Book.Id, found.Value, cancellationToken);
        var standing = await runs.ReadStandingAsync(month.Value.Book.Id, found.Value, cancellationToken);
        RepairPlanWorkbook.Write(output, plan, HeadingOf(month.Value, found.Value, standing));
        return null;
    }

    private static RepairPlanHeading HeadingOf(BookMonth month, RepairRun run, Acceptance? standing)
    {
        var company = month.Book.Company;
        var branch = company.Branches.FirstOrDefault(candidate => string.Equals(candidate.Code, month.Book.Branch, StringComparison.Ordinal))?.Name;
        return new RepairPlanHeading(
            company.Title ?? company.PersonName ?? company.Id,
            branch is null ? month.Book.Branch : $"{month.Book.Branch} {branch}",
            TurkishText.Month(month.Period),
            run.State switch
            {
                RepairRunState.Planned => "Onay bekliyor",
                RepairRunState.Applied => "Uygulandı",
                RepairRunState.Undone => "Geri alındı",
                _ => throw new InvalidOperationException($"A run cannot be {run.State}."),
            },
            [.. run.Acts.Select(ActText)],
            (standing?.Changes ?? []).Select(static change => change.N).ToHashSet());
    }

    private static string ActText(RepairAct act)
    {
        var done = act.Kind switch
        {
            "plan" => "değişiklik önerildi",
            "apply" => "değişiklik uygulandı",
            _ => "değişiklik geri alındı",
        };
        return $"{TurkishText.Date(TurkishDay.Of(act.At))} {TurkishDay.TimeOf(act.At)}: {TurkishText.Count(act.Changes)} {done} ({act.By})";
    }
}
