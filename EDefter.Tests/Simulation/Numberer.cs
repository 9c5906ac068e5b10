using EDefter.Core.Rules;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Filings;
using EDefter.Core.Workflow.Numbers;
using Xunit;

namespace EDefter.Tests.Simulation;

/// <summary>Gives numbers and takes them back, files and revokes.</summary>
internal sealed class Numberer(World world, string name) : Person(world, name)
{
    private static readonly string[] NotNumbered =
        ["standing-errors", "already-numbered", "later-month-numbered", "previous-month-open", "revision-moved", "numbering-runs", "month-filed"];

    private static readonly string[] NotTakenBack = ["not-numbered", "later-month-numbered", "month-filed"];
    private static readonly string[] NotFiled = ["not-numbered", "not-archived", "month-filed", "not-filed"];

    /// <summary>Numbers a month in peace.</summary>
    public async Task CloseAsync(string month)
    {
        if (World.Model.Numbered.ContainsKey(month))
            return;
        var outcome = await NumberAsync(month);
        Assert.True(!outcome.IsRefused, $"{month} could not be numbered although nobody disturbed: {outcome.Refusal?.Type}, {await FindingsAsync(month)}");
    }

    protected override async Task ActAsync()
    {
        var month = AnyMonth();
        switch (Random.Next(6))
        {
            case < 4:
                await NumberAsync(month);
                break;
            case 4:
                await TakeBackAsync(month);
                break;
            default:
                await FileAsync(month);
                break;
        }
    }

    private async Task<Outcome<string>> NumberAsync(string month)
    {
        var by = NextName();
        World.Model.WillNumber(by);
        var outcome = await DoAsync<NumberDesk>(desk => desk.AskNumbersAsync(Company, Branch, month, ActorOf(by), revision: null, order: null, idempotencyKey: null, Cancellation));
        Assert.True(World.Model.HasActed(by, "number") != outcome.IsRefused, $"{by} was told {outcome.Refusal?.Type ?? "that it was done"}, and the trail says otherwise");
        if (outcome.IsRefused)
        {
            Assert.True(NotNumbered.Contains(outcome.Refusal.Type), outcome.Refusal.Type);
            return outcome;
        }

        var told = WireJson.Read<NumberResult>(outcome.Value);
        // An asking that was given up had perhaps numbered already; asked again after somebody took those numbers back, it is answered with its own.
        var given = World.Model.History.Last(numbers => numbers.By == by);
        Assert.Equal((given.First, given.First + given.Ids.Count - 1, given.Chain), (told.First, told.Last, told.Chain));
        return outcome;
    }

    private async Task<string> FindingsAsync(string month)
    {
        var report = await AskAsync<CheckReports, Outcome<OpenReport>>(reports => reports.OpenMonthAsync(Company, Branch, month, Cancellation));
        if (report.IsRefused)
            return report.Refusal.Type;
        var findings = await AskAsync<CheckReports, List<ReportFinding>>(_ => report.Value.Findings(Cancellation).ToListAsync(Cancellation).AsTask());
        return string.Join(", ", findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Rule} {finding.VoucherId}"));
    }

    private async Task TakeBackAsync(string month)
    {
        var by = NextName();
        var outcome = await AskAsync<Unnumbering, Outcome<MonthView>>(unnumbering => unnumbering.RunAsync(Company, Branch, month, ActorOf(by), revision: null, Cancellation));
        if (outcome.IsRefused)
            Assert.True(NotTakenBack.Contains(outcome.Refusal.Type), outcome.Refusal.Type);
        else
            Assert.True(World.Model.HasActed(by, "unnumber"));
    }

    private async Task FileAsync(string month)
    {
        var by = NextName();
        var outcome = await AskAsync<Filing, Outcome<MonthView>>(filing => World.Model.Filed.Contains(month)
            ? filing.RevokeAsync(Company, Branch, month, "GİB’de silindi", ActorOf(by), revision: null, Cancellation)
            : filing.FileAsync(Company, Branch, month, reference: null, ActorOf(by), revision: null, Cancellation));
        if (outcome.IsRefused)
            Assert.True(NotFiled.Contains(outcome.Refusal.Type), outcome.Refusal.Type);
        else
            Assert.True(World.Model.HasActed(by, "file") || World.Model.HasActed(by, "revoke"));
    }
}
