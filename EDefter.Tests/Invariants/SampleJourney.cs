using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Filings;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Printing;
using EDefter.Core.Workflow.Receiving;
using EDefter.Core.Workflow.Register;
using EDefter.Core.Workflow.Repairing;
using EDefter.Functions.Sample;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>
/// The people of the sample hotel and their January, the whole way: received in three posts, checked, repaired, the repair undone and done
/// again, decided, numbered, archived, printed, February empty and numbered, January filed. They outlive every process and ask again what was
/// not answered.
/// </summary>
internal sealed class SampleJourney
{
    public const string Company = "ornek-otel";
    public const string January = "2025-01";

    private static readonly Actor Bookkeeper = new("Nurgül Özışık", "key-1");

    private readonly IReadOnlyList<Voucher> vouchers;
    private string run = string.Empty;
    private Acceptance accepted = new();

    /// <param name="ordinary">How many vouchers without a planted fault come along.</param>
    public SampleJourney(int ordinary)
    {
        var faulty = SampleMonth.Faulty.Planted.Select(fault => fault.VoucherId).ToHashSet(StringComparer.Ordinal);
        var plain = 0;
        vouchers = [.. SampleMonth.Faulty.Vouchers.Where(voucher => faulty.Contains(voucher.Id) || voucher.Lines.Any(line => string.IsNullOrEmpty(line.MainAccountName)) || plain++ < ordinary)];
        var third = vouchers.Count / 3;
        Acts =
        [
            ("company", PutCompanyAsync),
            ("chart", PutChartAsync),
            ("first post", process => PostAsync(process, vouchers.Take(third))),
            ("second post", process => PostAsync(process, vouchers.Skip(third).Take(third))),
            ("third post", process => PostAsync(process, vouchers.Skip(2 * third))),
            ("check", CheckAsync),
            ("plan", PlanAsync),
            ("apply", ApplyAsync),
            ("undo", UndoAsync),
            ("plan again", PlanAsync),
            ("apply again", ApplyAsync),
            ("decide", process => PostAsync(process, SampleMonth.Faulty.Decisions.Select(decision => decision.Corrected).OfType<Voucher>())),
            ("number", process => NumberAsync(process, January)),
            ("workbook", process => ArchiveAsync(process, "edefter")),
            ("text file", process => ArchiveAsync(process, "izibiz")),
            ("printed journal", process => PrintAsync(process, "journal", "pdf")),
            ("empty month", process => NumberAsync(process, "2025-02")),
            ("file", FileAsync),
        ];
    }

    public IReadOnlyList<(string Name, Func<Instance, Task> Do)> Acts { get; }

    public static FiscalYear Year => SampleCompany.Company.FiscalYear!;

    private static CancellationToken Cancellation => CancellationToken.None;

    public static async Task PostAsync(Instance process, IEnumerable<Voucher> posted)
    {
        var sent = posted.ToList();
        var answer = await process.Get<VoucherReception>().ReceiveAsync(Company, Branch.HeadOffice, Rows(sent), Bookkeeper, idempotencyKey: null, Cancellation);
        Assert.False(answer.IsRefused, answer.Refusal?.Detail);
        Assert.Equal(sent.Count, answer.Value!.Received);
        Assert.Equal(sent.Count, answer.Value.Stored + answer.Value.Unchanged);
        Assert.Empty(answer.Value.Rejected);
    }

    public static async IAsyncEnumerable<VoucherRow> Rows(IEnumerable<Voucher> vouchers)
    {
        await Task.CompletedTask;
        foreach (var voucher in vouchers)
            yield return VoucherRow.Read(voucher.Id, voucher);
    }

    private static async Task PutCompanyAsync(Instance process) =>
        Expect(await process.Get<CompanyRegister>().SaveAsync(SampleCompany.Company, Bookkeeper, Cancellation));

    private static async Task PutChartAsync(Instance process) =>
        Expect(await process.Get<CompanyRegister>().SaveChartAsync(Company, SampleFaults.Accounts, Cancellation));

    private static async Task CheckAsync(Instance process) =>
        Expect(await process.ActAsync<CheckDesk>(desk => desk.AskMonthAsync(Company, Branch.HeadOffice, January, Bookkeeper, idempotencyKey: null, Cancellation)));

    private async Task PlanAsync(Instance process)
    {
        var plan = Expect(await process.ActAsync<RepairDesk>(desk => desk.AskPlanAsync(Company, Branch.HeadOffice, January, Bookkeeper, idempotencyKey: null, Cancellation)));
        run = JsonSerializer.Deserialize<JsonElement>(plan).GetProperty("run").GetString()!;
        var view = Expect(await process.Get<RepairRuns>().FindAsync(Company, Branch.HeadOffice, January, run, Cancellation));
        accepted = new Acceptance { Classes = [RepairClass.A, RepairClass.B], Changes = [.. SampleMonth.Faulty.Decisions.SelectMany(decision => ChoicesOf(decision, view.Changes))] };
    }

    private static IEnumerable<AcceptedChange> ChoicesOf(SampleDecision decision, IReadOnlyList<Change> changes) =>
        from change in changes
        where decision.Choose is not null && change.Rule == decision.Rule && change.VoucherId == decision.VoucherId
        select new AcceptedChange(change.N, decision.Choose);

    private async Task ApplyAsync(Instance process) =>
        Expect(await process.ActAsync<RepairDesk>(desk => desk.AskApplyAsync(Company, Branch.HeadOffice, January, run, accepted, Bookkeeper, idempotencyKey: null, Cancellation)));

    private async Task UndoAsync(Instance process) =>
        Expect(await process.ActAsync<RepairDesk>(desk => desk.AskUndoAsync(Company, Branch.HeadOffice, January, run, changes: null, Bookkeeper, idempotencyKey: null, Cancellation)));

    private static async Task NumberAsync(Instance process, string period) =>
        Expect(await process.ActAsync<NumberDesk>(desk => desk.AskNumbersAsync(Company, Branch.HeadOffice, period, Bookkeeper, revision: null, order: null, idempotencyKey: null, Cancellation)));

    private static async Task ArchiveAsync(Instance process, string profile) =>
        Expect(await process.ActAsync<ArchiveDesk>(desk => desk.AskAsync(Company, Branch.HeadOffice, January, profile, acceptUnverified: false, Bookkeeper, idempotencyKey: null, Cancellation)));

    private static async Task PrintAsync(Instance process, string book, string format) =>
        Expect(await process.ActAsync<PrintDesk>(desk => desk.AskAsync(Company, Branch.HeadOffice, January, book, format, firstPage: null, Bookkeeper, idempotencyKey: null, Cancellation)));

    // A berat that is filed already is what was asked for.
    private static async Task FileAsync(Instance process)
    {
        var filed = await process.Get<Filing>().FileAsync(Company, Branch.HeadOffice, January, reference: null, Bookkeeper, revision: null, Cancellation);
        Assert.True(!filed.IsRefused || filed.Refusal.Type == "month-filed", filed.Refusal?.Detail);
    }

    private static T Expect<T>(Outcome<T> outcome)
        where T : class
    {
        Assert.False(outcome.IsRefused, $"{outcome.Refusal?.Type}: {outcome.Refusal?.Detail}");
        return outcome.Value!;
    }
}
