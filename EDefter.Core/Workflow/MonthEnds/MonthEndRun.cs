using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.MonthEnds;

/// <summary>A month end while it runs.</summary>
internal sealed class MonthEndRun(Job job, MonthEndRequest request, BookMonth month, MonthEndReport report)
{
    public MonthEndRequest Request => request;

    public BookMonth Month { get; set; } = month;

    public MonthEndReport Report { get; private set; } = report;

    /// <summary>Errors that the last check found.</summary>
    public long Errors { get; set; }

    /// <summary>The plan that was made is of a revision that is past.</summary>
    public bool PlanIsStale { get; set; }

    /// <summary>The job as the work of another kind expects it.</summary>
    public Job JobFor<T>(T request) => job with { Request = WireJson.Write(request) };

    public MonthEndStep? Step(string name) => Report.Steps.FirstOrDefault(step => string.Equals(step.Step, name, StringComparison.Ordinal));

    public bool HasDone(string name) => Step(name) is not null;

    /// <summary>A step that is done again stands once, as it ended last.</summary>
    public void Keep(MonthEndStep step) => Report = Report with { Steps = [.. Report.Steps.Where(kept => !string.Equals(kept.Step, step.Step, StringComparison.Ordinal)), step] };

    public void End(Refusal? stopped, DateTimeOffset at) => Report = Report with
    {
        Outcome = stopped is null ? MonthEndOutcome.Done : MonthEndOutcome.Stopped,
        EndedAt = at,
        Reason = stopped is null ? null : $"{stopped.Title}: {stopped.Detail}",
    };

    /// <summary>The job was given up or cancelled: its row says which, and when.</summary>
    public void BreakOff() => Report = Report with
    {
        Outcome = job.State == JobState.Cancelled ? MonthEndOutcome.Stopped : MonthEndOutcome.Failed,
        EndedAt = job.EndedAt,
        Reason = job.State == JobState.Cancelled
            ? "Otomatik kapanış iptal edildi. Yarım kalan bir şey yoktur; bu ay aynı sürekli onayla yeniden başlatılmaz. Ayı elle numaralayıp arşivleyin."
            : $"Otomatik kapanış tamamlanamadı: {job.Attempts} deneme yazılımdaki bir arıza yüzünden sonuna varamadı. Yarım kalan bir şey yoktur; bu ay bitene dek her sabah yeniden denenir. Beklemek istemezseniz ayı elle numaralayıp arşivleyin. Sorun sürerse iş kimliğiyle ({job.Id}) destek isteyin.",
    };
}
