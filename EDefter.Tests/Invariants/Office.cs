using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Printing;
using EDefter.Core.Workflow.Receiving;
using EDefter.Core.Workflow.Register;
using EDefter.Core.Workflow.Repairing;
using EDefter.Functions.Sample;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>A company's people at one process: short words for their acts.</summary>
internal sealed class Office(Instance process, string company = Office.Firm, string by = "Nurgül Özışık")
{
    public const string Firm = "deneme";

    public static readonly FiscalYear Year = new() { Start = new DateOnly(2025, 1, 1), End = new DateOnly(2025, 12, 31) };

    private readonly Actor actor = new(by, "key-1");

    private static CancellationToken Cancellation => CancellationToken.None;

    public Instance Process => process;

    public async Task<Office> OpenAsync(DateOnly? adoption = null)
    {
        Expect(await process.Get<CompanyRegister>().SaveAsync(SampleCompany.Company with { Id = company, AdoptionDate = adoption, FiscalYears = [] }, actor, Cancellation));
        return this;
    }

    public async Task<AppendResult> PostAsync(params Voucher[] vouchers) =>
        Expect(await process.Get<VoucherReception>().ReceiveAsync(company, Branch.HeadOffice, SampleJourney.Rows(vouchers), actor, idempotencyKey: null, Cancellation));

    public async Task<CheckReport> CheckAsync(string period) => WireJson.Read<CheckReport>(Expect(await TryCheckAsync(period)));

    public Task<Outcome<string>> TryCheckAsync(string period) =>
        process.ActAsync<CheckDesk>(desk => desk.AskMonthAsync(company, Branch.HeadOffice, period, actor, idempotencyKey: null, Cancellation));

    public Task<Outcome<string>> TryNumberAsync(string period) =>
        process.ActAsync<NumberDesk>(desk => desk.AskNumbersAsync(company, Branch.HeadOffice, period, actor, revision: null, order: null, idempotencyKey: null, Cancellation));

    public async Task<NumberResult> NumberAsync(string period) => WireJson.Read<NumberResult>(Expect(await TryNumberAsync(period)));

    public async Task UnnumberAsync(string period) => Expect(await process.Get<Unnumbering>().RunAsync(company, Branch.HeadOffice, period, actor, revision: null, Cancellation));

    public Task<IReadOnlyList<NumberFeedItem>> NumbersAsync(string period) => BookState.NumbersAsync(process.Services, company, period, Cancellation);

    public async Task<RepairRunView> PlanAsync(string period)
    {
        var plan = Expect(await process.ActAsync<RepairDesk>(desk => desk.AskPlanAsync(company, Branch.HeadOffice, period, actor, idempotencyKey: null, Cancellation)));
        var run = JsonSerializer.Deserialize<JsonElement>(plan).GetProperty("run").GetString()!;
        return Expect(await process.Get<RepairRuns>().FindAsync(company, Branch.HeadOffice, period, run, Cancellation));
    }

    public async Task ApplyAsync(string period, string run, Acceptance accepted) => Expect(await TryApplyAsync(period, run, accepted));

    public Task<Outcome<string>> TryApplyAsync(string period, string run, Acceptance accepted) =>
        process.ActAsync<RepairDesk>(desk => desk.AskApplyAsync(company, Branch.HeadOffice, period, run, accepted, actor, idempotencyKey: null, Cancellation));

    public async Task UndoAsync(string period, string run) => Expect(await TryUndoAsync(period, run));

    public Task<Outcome<string>> TryUndoAsync(string period, string run) =>
        process.ActAsync<RepairDesk>(desk => desk.AskUndoAsync(company, Branch.HeadOffice, period, run, changes: null, actor, idempotencyKey: null, Cancellation));

    public async Task<RepairRunState> RunStateAsync(string period, string run) =>
        Expect(await process.Get<RepairRuns>().ListAsync(company, Branch.HeadOffice, period, Cancellation)).Single(one => one.Run == run).State;

    public async Task<ChartOfAccounts> ChartAsync() => Expect(await process.Get<CompanyRegister>().FindChartAsync(company, Cancellation));

    public async Task PutChartAsync(IReadOnlyList<ChartAccount> accounts) => Expect(await process.Get<CompanyRegister>().SaveChartAsync(company, accounts, Cancellation));

    public Task<Outcome<string>> TryArchiveAsync(string period, string profile) =>
        process.ActAsync<ArchiveDesk>(desk => desk.AskAsync(company, Branch.HeadOffice, period, profile, acceptUnverified: false, actor, idempotencyKey: null, Cancellation));

    /// <summary>Makes an archive and gives the ZIP as a reader gets it.</summary>
    public async Task<byte[]> ArchiveAsync(string period, string profile)
    {
        Expect(await TryArchiveAsync(period, profile));
        var books = await process.Get<ArchiveShelf>().ListAsync(company, Branch.HeadOffice, period, Cancellation);
        var archive = books.Value!.Single(view => view.Profile == profile && view.Current);
        var link = Expect(await process.Get<ArchiveShelf>().FindAsync(company, Branch.HeadOffice, period, archive.Id, Cancellation)).Url!;
        await using var zip = await process.Get<IBlobs>().OpenAsync(BlobArea.Archives, link[(link.IndexOf('/', StringComparison.Ordinal) + 1)..], Cancellation);
        using var bytes = new MemoryStream();
        await zip!.CopyToAsync(bytes, Cancellation);
        return bytes.ToArray();
    }

    /// <summary>Prints a book and gives the file that its link opens.</summary>
    public async Task<byte[]> PrintAsync(string period, string book, string format)
    {
        var asked = Expect(await process.ActAsync<PrintDesk>(desk => desk.AskAsync(company, Branch.HeadOffice, period, book, format, firstPage: null, actor, idempotencyKey: null, Cancellation)));
        var print = WireJson.Read<PrintView>(asked);
        var link = Assert.Single(print.Files).Url!;
        await using var file = await process.Get<IBlobs>().OpenAsync(BlobArea.Prints, link[(link.IndexOf('/', StringComparison.Ordinal) + 1)..], Cancellation);
        using var bytes = new MemoryStream();
        await file!.CopyToAsync(bytes, Cancellation);
        return bytes.ToArray();
    }

    public async Task<IReadOnlyList<PrintView>> PrintsAsync(string period) => Expect(await process.Get<PrintShelf>().ListAsync(company, Branch.HeadOffice, period, Cancellation));

    public Task<IReadOnlyList<Voucher>> LiveAsync() => BookState.LiveAsync(process.Services, company, Year, Cancellation);

    public Task<IReadOnlyList<string>> StateAsync() => BookState.ReadAsync(process.Services, company, Year, Cancellation);

    private static T Expect<T>(Outcome<T> outcome)
        where T : class
    {
        Assert.False(outcome.IsRefused, $"{outcome.Refusal?.Type}: {outcome.Refusal?.Detail}");
        return outcome.Value!;
    }
}
