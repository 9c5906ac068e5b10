using EDefter.Storage.Tables;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>The invariants hold over a true table, also when every answer is lost on its way, and each planted mutant is caught by one of them.</summary>
public sealed class LogInvariantsTests
{
    public static TheoryData<string> Scenarios => [.. All.Keys];

    private static Dictionary<string, Func<LogInvariants, Task>> All => new(StringComparer.Ordinal)
    {
        ["reads back"] = laws => laws.WhatIsStoredReadsBackAsync(),
        ["killed"] = laws => laws.KilledAtAnyWriteAsync(),
        ["interrupted"] = laws => laws.InterruptedAtAnyWriteAsync(),
        ["bound"] = laws => laws.OneOfTwoBoundActsWinsAsync(),
        ["move killed"] = laws => laws.MoveKilledAtAnyWriteAsync(),
    };

    [Theory]
    [MemberData(nameof(Scenarios))]
    public Task The_log_keeps_the_law(string scenario) => All[scenario](new LogInvariants(Mutants.None));

    [Theory]
    [MemberData(nameof(Scenarios))]
    public Task The_log_keeps_the_law_when_every_transaction_is_sent_twice(string scenario) => All[scenario](new LogInvariants(table => new RepeatingTable(table)));

    [Theory]
    [InlineData("interrupted", nameof(Mutants.WithoutETags))]
    [InlineData("bound", nameof(Mutants.WithoutETags))]
    [InlineData("killed", nameof(Mutants.CommitFirst))]
    [InlineData("reads back", nameof(Mutants.DroppedChunk))]
    [InlineData("killed", nameof(Mutants.InPieces))]
    [InlineData("move killed", nameof(Mutants.UnannouncedMoves))]
    public async Task A_planted_mutant_is_caught(string scenario, string mutant)
    {
        var plant = typeof(Mutants).GetMethod(mutant)!.CreateDelegate<Func<ITable, ITable>>();
        Exception? caught = null;
        try
        {
            await All[scenario](new LogInvariants(plant));
        }
        catch (Exception exception) when (exception is Xunit.Sdk.IAssertionException or InvalidDataException)
        {
            caught = exception;
        }

        Assert.True(caught is not null, $"the mutant {mutant} lives");
    }
}
