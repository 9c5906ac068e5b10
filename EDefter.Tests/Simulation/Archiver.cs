using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Printing;
using Xunit;

namespace EDefter.Tests.Simulation;

/// <summary>Makes archives for the integrator, and prints.</summary>
internal sealed class Archiver(World world) : Person(world, "Arşivci")
{
    private static readonly string[] Refused = ["not-numbered", "empty-month", "revision-moved"];

    /// <summary>Archives a month in peace.</summary>
    public async Task CloseAsync(string month)
    {
        if (World.Model.Numbered[month].Ids.Count > 0)
            Assert.Null((await ArchiveAsync(month)).Refusal?.Detail);
    }

    protected override async Task ActAsync()
    {
        var outcome = Random.Next(3) == 0 ? await PrintAsync(AnyMonth()) : await ArchiveAsync(AnyMonth());
        if (outcome.IsRefused)
            Assert.True(Refused.Contains(outcome.Refusal.Type), outcome.Refusal.Type);
    }

    private Task<Outcome<string>> ArchiveAsync(string month)
    {
        var by = NextName();
        return DoAsync<ArchiveDesk>(desk => desk.AskAsync(Company, Branch, month, "izibiz", acceptUnverified: false, ActorOf(by), idempotencyKey: null, Cancellation));
    }

    private Task<Outcome<string>> PrintAsync(string month)
    {
        var by = NextName();
        return DoAsync<PrintDesk>(desk => desk.AskAsync(Company, Branch, month, "journal", "pdf", firstPage: 1, ActorOf(by), idempotencyKey: null, Cancellation));
    }
}
