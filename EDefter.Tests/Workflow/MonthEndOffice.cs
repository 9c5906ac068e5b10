using EDefter.Core.Companies;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Register;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Sample;
using EDefter.Tests.Invariants;
using EDefter.Tests.Webhooks;
using Xunit;

namespace EDefter.Tests.Workflow;

/// <summary>A company whose January is due by a standing approval, and a hook that is told of its month end.</summary>
internal static class MonthEndOffice
{
    public const string January = "2025-01";

    public static readonly Actor Person = new("Ayşe Yılmaz", "key-1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Ground NewGround() => new(new DateTimeOffset(2025, 2, 5, 8, 0, 0, TimeSpan.FromHours(3)));

    /// <summary>A clean month, a standing approval, and a hook that wants numbers and archives, and is named by the approval for the rest.</summary>
    public static async Task OpenAsync(Instance process, DateOnly? approvedOn = null)
    {
        var approval = new AutoClose { Day = 5, Profile = "izibiz", ApprovedBy = Person.By, ApprovedOn = approvedOn ?? new DateOnly(2025, 1, 20), Tell = [HookWorld.Hook] };
        Assert.False((await process.Get<CompanyRegister>().SaveAsync(SampleCompany.Company with { Id = Office.Firm, FiscalYears = [], AutoClose = approval }, Person, Cancellation)).IsRefused);
        Assert.False((await process.Get<HookDesk>().PutAsync(Office.Firm, HookWorld.Hook, new HookChange("https://erp.example/edefter", [HookEvents.NumbersGiven, HookEvents.ArchiveReady], Active: null), Person, Cancellation)).IsRefused);
        await new Office(process).PostAsync(CleanVouchers.Of("1", new DateOnly(2025, 1, 10), 100m));
    }

    public static async Task TellAsync(Instance process)
    {
        await process.Get<HookRounds>().LookAsync(Office.Firm, Cancellation);
        await process.Get<HookPump>().RunAsync(Office.Firm, HookWorld.Hook, Cancellation);
    }

    public static async Task<MonthEndReport> StoryAsync(Instance process) =>
        (await process.Get<MonthEndStories>().FindAsync(Office.Firm, Branch.HeadOffice, January, Cancellation)).Value!;

    public static async Task<IReadOnlyList<string>> EventsAsync(Instance process) =>
        [.. (await process.Get<IWebhooks>().ReadEventsAsync(Office.Firm, after: 0, Cancellation).ToListAsync(Cancellation)).Select(happened => happened.Type)];
}
