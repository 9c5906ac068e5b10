using EDefter.Core.Workflow.Ports;
using EDefter.Tests.Invariants;
using EDefter.Tests.Invariants.Mutants;
using Xunit;

namespace EDefter.Tests.Simulation;

/// <summary>Each planted bug is found by one of the first worlds: a simulation that finds none says nothing.</summary>
public sealed class SimulationMutantTests
{
    // Beyond this nobody would call it found by the sixty worlds of every test run.
    private const int SeedsMost = 12;

    public static TheoryData<string> Bugs => [.. All.Keys];

    private static Dictionary<string, Func<Plant>> All => new(StringComparer.Ordinal)
    {
        ["archive's row before its blobs"] = () => new LateBlobs(BlobArea.Archives),
        ["head before the report's blob"] = () => new LateBlobs(BlobArea.Reports),
        ["head before the digest's blob"] = () => new LateBlobs(BlobArea.Snapshots),
        ["no ETag at all"] = () => new WithoutETags(),
        ["no ETag on heads"] = () => new HeadsWithoutETags(),
        ["no batch guard"] = () => new ForgottenAnswers(),
        ["chunks after their commit"] = () => new ChunksLast(),
        ["jobs claimed without their version"] = () => new JobsWithoutVersions(),
        ["archive finalised without comparing hashes"] = () => new CutZips(withoutCompare: true),
    };

    [Theory]
    [MemberData(nameof(Bugs))]
    public void A_planted_bug_is_found(string bug)
    {
        var plant = All[bug];
        for (var seed = 1; seed <= SeedsMost; seed++)
        {
            if (Record.Exception(() => Life.Run(seed, plant)) is { } found)
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"{bug}: seed {seed}: {found.InnerException!.Message}");
                return;
            }
        }

        Assert.Fail($"{bug}: nothing was found in {SeedsMost} worlds");
    }
}
