using System.Text.RegularExpressions;
using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Workflow.Changes;
using EDefter.Core.Workflow.Filings;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Register;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Sample;
using EDefter.Tests.Invariants;
using EDefter.Tests.Storage;
using Xunit;

namespace EDefter.Tests.Webhooks;

/// <summary>The outbox is read out of what stands in storage: nobody can forget to tell it, by dying or otherwise.</summary>
public sealed class EventOutboxTests
{
    private const string January = "2025-01";
    private static readonly Actor Accountant = new("Nurgül Özışık", "key-1");
    private static readonly string[] Journey =
    [
        "repairs-applied 2025-01", "repairs-undone 2025-01", "repairs-applied 2025-01", "numbers-given 2025-01", "archive-ready 2025-01", "numbers-taken-back 2025-01",
        "numbers-given 2025-01", "archive-ready 2025-01", "month-filed 2025-01", "filing-revoked 2025-01",
    ];

    private static CancellationToken Cancellation => CancellationToken.None;

    [Fact]
    public async Task Acts_are_told_once_each_in_order_though_nobody_said_a_word()
    {
        var ground = new Ground();
        var process = ground.Start();
        await ActAsync(ground, process);
        Assert.Empty(await EventsAsync(process));
        await process.Get<HookRounds>().LookAsync(Office.Firm, Cancellation);
        var events = await EventsAsync(process);
        Assert.Equal(Journey, events.Select(Short));
        Assert.Equal(Enumerable.Range(1, Journey.Length).Select(n => (long)n), events.Select(happened => happened.N));
        Assert.Equal(Journey.Length, events.Select(happened => happened.Id).Distinct().Count());
        await process.Get<HookRounds>().LookAsync(Office.Firm, Cancellation);
        Assert.Equal(Journey.Length, (await EventsAsync(process)).Count);
    }

    [Fact]
    public async Task Killed_after_any_write_between_an_act_and_its_telling_it_tells_everything_once_and_in_order()
    {
        for (var write = 1; ; write++)
        {
            var ground = new Ground();
            await ActShortlyAsync(ground, ground.Start());
            var dying = new Instance(ground, new Fuse(write), new Invariants.Plant());
            var met = await Record.ExceptionAsync(() => TellAsync(dying));
            ground.Clock.Pass(HookPump.Lease + HookPump.Lease);
            var process = ground.Start();
            await TellAsync(process);
            Assert.Equal(["numbers-given 2025-01", "archive-ready 2025-01", "numbers-taken-back 2025-01"], (await EventsAsync(process)).Select(Short));
            Assert.Equal([1L, 2L, 3L], ground.Receiver.Places);
            if (met is null)
            {
                // One for the outbox, two for each event and two for the lease.
                Assert.InRange(write, 9, 12);
                return;
            }

            Assert.IsType<KilledException>(met);
        }
    }

    [Fact]
    public async Task A_message_points_into_the_feed_of_changes()
    {
        var ground = new Ground();
        var process = ground.Start();
        await ActAsync(ground, process);
        await process.Get<HookRounds>().LookAsync(Office.Firm, Cancellation);
        var ofTheFeed = (await EventsAsync(process)).Where(happened => happened.Links.ContainsKey("changes")).ToList();
        Assert.Equal(Journey.Where(told => told.StartsWith("numbers-", StringComparison.Ordinal) || told.StartsWith("repairs-", StringComparison.Ordinal)), ofTheFeed.Select(Short));
        foreach (var happened in ofTheFeed)
        {
            var link = happened.Links["changes"];
            var page = await process.Get<ChangeFeed>().ReadAsync(Office.Firm, Branch.HeadOffice, link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..], limit: 1, Cancellation);
            var first = Assert.Single(page.Value!.Items);
            Assert.Equal((happened.Seq, happened.Type), ((long?)first.Seq, first.Kind switch { "number" => "numbers-given", "unnumber" => "numbers-taken-back", "repair" => "repairs-applied", _ => "repairs-undone" }));
        }
    }

    [Fact]
    public async Task A_message_holds_ids_periods_counts_and_paths_and_nothing_of_a_voucher_or_a_person()
    {
        var ground = new Ground();
        await ActAsync(ground, ground.Start());
        await TellAsync(ground.Start());
        string[] members = ["id", "n", "type", "at", "company", "branch", "period", "seq", "run", "archive", "key", "due", "daysLeft", "counts", "links"];
        Assert.Equal(Journey.Length, ground.Receiver.Got.Count);
        foreach (var message in ground.Receiver.Got.Select(request => System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(request.Body.Span)))
        {
            Assert.Empty(message.EnumerateObject().Select(member => member.Name).Except(members));
            // As a receiver reads it: the bytes write ü and ş as escapes.
            var text = Regex.Unescape(message.GetRawText());
            foreach (var said in (string[])["Nurgül", "Özışık", SampleCompany.Company.TaxId, "ZİRAAT", "120.01", "1.234", "1234.00"])
                Assert.DoesNotContain(said, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task More_than_a_transaction_holds_comes_in_several_and_in_order()
    {
        var ground = new Ground();
        var process = ground.Start();
        var office = await HookedAsync(process);
        await office.PostAsync(CleanVouchers.Of("1", new DateOnly(2025, 1, 10), 10m));
        for (var act = 0; act < 50; act++)
        {
            ground.Clock.Pass(TimeSpan.FromMinutes(1));
            await office.NumberAsync(January);
            ground.Clock.Pass(TimeSpan.FromMinutes(1));
            Assert.False((await process.Get<Unnumbering>().RunAsync(Office.Firm, Branch.HeadOffice, January, Accountant, revision: null, Cancellation)).IsRefused);
        }

        await process.Get<HookRounds>().LookAsync(Office.Firm, Cancellation);
        Assert.Equal(Enumerable.Repeat((string[])["numbers-given 2025-01", "numbers-taken-back 2025-01"], 50).SelectMany(pair => pair), (await EventsAsync(process)).Select(Short));
    }

    // The last day of January's berat is 14.05.2025 (month by month, a company).
    [Theory]
    [InlineData("2025-05-06", null)]
    [InlineData("2025-05-07", 7)]
    [InlineData("2025-05-10", 4)]
    [InlineData("2025-05-12", 2)]
    [InlineData("2025-05-13", 1)]
    [InlineData("2025-05-14", 0)]
    [InlineData("2025-05-15", null)]
    public async Task A_last_day_that_comes_near_is_told(string today, int? daysLeft)
    {
        var ground = new Ground(DateTimeOffset.Parse(today + "T09:00:00+03:00", System.Globalization.CultureInfo.InvariantCulture));
        var process = ground.Start();
        await HookedAsync(process);
        await process.Get<HookRounds>().LookAsync(Office.Firm, Cancellation);
        var near = (await EventsAsync(process)).Where(happened => happened.Period == new Period(2025, 1)).ToList();
        Assert.Equal(daysLeft, near.SingleOrDefault()?.DaysLeft);
    }

    [Fact]
    public async Task Each_step_to_the_last_day_is_told_once_and_none_of_a_month_that_is_filed()
    {
        var ground = new Ground();
        var process = ground.Start();
        var office = await HookedAsync(process);
        await office.NumberAsync("2025-01");
        await office.NumberAsync("2025-02");
        Assert.False((await process.Get<Filing>().FileAsync(Office.Firm, Branch.HeadOffice, "2025-02", reference: null, Accountant, revision: null, Cancellation)).IsRefused);
        for (var day = 0; day < 140; day++)
        {
            ground.Clock.Pass(TimeSpan.FromDays(1));
            await process.Get<HookRounds>().LookAsync(Office.Firm, Cancellation);
            await process.Get<HookRounds>().LookAsync(Office.Firm, Cancellation);
        }

        var near = (await EventsAsync(process)).Where(happened => happened.Type == HookEvents.DeadlineNear).ToList();
        Assert.Equal([7, 3, 1, 0], near.Where(happened => happened.Period == new Period(2025, 1)).Select(happened => happened.DaysLeft!.Value));
        Assert.DoesNotContain(near, happened => happened.Period == new Period(2025, 2));
    }

    [Fact]
    public async Task A_month_end_that_another_one_followed_before_anybody_looked_is_told_all_the_same()
    {
        var ground = new Ground();
        var process = ground.Start();
        await HookedAsync(process, company => company with { AutoClose = new AutoClose { Day = 1, ApprovedBy = "Ayşe Yılmaz", ApprovedOn = new DateOnly(2025, 1, 1), Tell = [HookWorld.Hook] } });
        var office = new Office(process);
        await office.PostAsync(CleanVouchers.Of("1", new DateOnly(2025, 1, 10), 10m) with { Kind = null, EnteredBy = null });
        await CloseAsync(process);
        ground.Clock.Pass(TimeSpan.FromHours(1));
        await office.PostAsync(CleanVouchers.Of("1", new DateOnly(2025, 1, 10), 10m));
        await SaveAsync(process, company => company with { AutoClose = company.AutoClose! with { ApprovedOn = new DateOnly(2025, 1, 2) } });
        await CloseAsync(process);
        await TellAsync(process);
        Assert.Equal(["month-end-stopped 2025-01", "numbers-given 2025-01", "archive-ready 2025-01", "month-end-done 2025-01"], (await EventsAsync(process)).Select(Short));
        var story = await process.Get<MonthEndStories>().FindAsync(Office.Firm, Branch.HeadOffice, January, Cancellation);
        var telling = Assert.Single(story.Value!.Tellings!);
        Assert.Equal((HookWorld.Hook, "delivered", 1, "accepted"), (telling.Hook, telling.State, telling.Attempts, telling.Outcome));
    }

    private static async Task CloseAsync(Instance process)
    {
        Assert.Equal(1, await process.Get<MonthEndDesk>().AskDueAsync(Cancellation));
        await process.RunQueuesAsync();
    }

    // Every act of a month that is told, an hour apart, without anybody looking.
    private static async Task ActAsync(Ground ground, Instance process)
    {
        var office = await HookedAsync(process);
        await office.PostAsync(CleanVouchers.Faulty(CleanVouchers.Of("1", new DateOnly(2025, 1, 10), 1234m)), CleanVouchers.Of("2", new DateOnly(2025, 1, 11), 10m));
        for (var round = 0; round < 2; round++)
        {
            var plan = await office.PlanAsync(January);
            await Later(() => office.ApplyAsync(January, plan.Run, Acceptance.All));
            if (round == 0)
                await Later(() => office.UndoAsync(January, plan.Run));
        }

        for (var round = 0; round < 2; round++)
        {
            await Later(() => office.NumberAsync(January));
            await Later(() => office.ArchiveAsync(January, round == 0 ? "izibiz" : "edefter"));
            if (round == 0)
                await Later(() => process.Get<Unnumbering>().RunAsync(Office.Firm, Branch.HeadOffice, January, Accountant, revision: null, Cancellation));
        }

        await Later(() => process.Get<Filing>().FileAsync(Office.Firm, Branch.HeadOffice, January, reference: null, Accountant, revision: null, Cancellation));
        await Later(() => process.Get<Filing>().RevokeAsync(Office.Firm, Branch.HeadOffice, January, "yanlış dosya", Accountant, revision: null, Cancellation));

        async Task Later(Func<Task> act)
        {
            ground.Clock.Pass(TimeSpan.FromHours(1));
            await act();
        }
    }

    private static async Task ActShortlyAsync(Ground ground, Instance process)
    {
        var office = await HookedAsync(process);
        await office.PostAsync(CleanVouchers.Of("1", new DateOnly(2025, 1, 10), 10m));
        ground.Clock.Pass(TimeSpan.FromHours(1));
        await office.NumberAsync(January);
        ground.Clock.Pass(TimeSpan.FromHours(1));
        await office.ArchiveAsync(January, "izibiz");
        ground.Clock.Pass(TimeSpan.FromHours(1));
        Assert.False((await process.Get<Unnumbering>().RunAsync(Office.Firm, Branch.HeadOffice, January, Accountant, revision: null, Cancellation)).IsRefused);
    }

    private static async Task<Office> HookedAsync(Instance process, Func<Company, Company>? change = null)
    {
        await SaveAsync(process, change ?? (company => company));
        var made = await process.Get<HookDesk>().PutAsync(Office.Firm, HookWorld.Hook, new HookChange("https://erp.example/edefter", HookEvents.All, Active: null), Accountant, Cancellation);
        Assert.False(made.IsRefused, made.Refusal?.Detail);
        return new Office(process);
    }

    private static async Task SaveAsync(Instance process, Func<Company, Company> change)
    {
        var found = await process.Get<ICompanies>().FindAsync(Office.Firm, Cancellation);
        var saved = await process.Get<CompanyRegister>().SaveAsync(change(found?.Value ?? SampleCompany.Company with { Id = Office.Firm, FiscalYears = [] }), Accountant, Cancellation);
        Assert.False(saved.IsRefused, saved.Refusal?.Detail);
    }

    private static async Task TellAsync(Instance process)
    {
        await process.Get<HookRounds>().LookAsync(Office.Firm, Cancellation);
        await process.Get<HookPump>().RunAsync(Office.Firm, HookWorld.Hook, Cancellation);
    }

    private static Task<List<HookEvent>> EventsAsync(Instance process) => process.Get<IWebhooks>().ReadEventsAsync(Office.Firm, after: 0, Cancellation).ToListAsync(Cancellation).AsTask();

    private static string Short(HookEvent happened) => $"{happened.Type} {happened.Period}";
}
