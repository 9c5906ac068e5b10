using System.Globalization;
using EDefter.Core.Workflow.Ports;
using EDefter.Functions;
using EDefter.Functions.Sample;
using EDefter.LocalWorker.Storage;
using EDefter.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Kills;

/// <summary>
/// Two and three processes of the program over one storage check one month in parts, and some of them die: the report is byte for byte the one of a single process that
/// checks it in one piece. The moments of the deaths are the seed's; <c>EDEFTER_KILL_SEED</c> runs one seed alone.
/// </summary>
public sealed class ManyInstancesTests
{
    private const int Rounds = 8;
    private const double DelayMost = 1_500;

    // Some of the month's busy days make a part alone, quiet ones come together.
    private static readonly Dictionary<string, string> InParts = new(StringComparer.Ordinal) { ["EDEFTER_PART_VOUCHERS"] = "25" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [DeepFact]
    public async Task Instances_that_die_leave_the_report_that_one_instance_leaves()
    {
        var expected = await OfOneAsync();
        Assert.True(expected.Count > 100);
        var only = int.TryParse(Environment.GetEnvironmentVariable("EDEFTER_KILL_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : (int?)null;
        foreach (var round in only is { } one ? [one] : Enumerable.Range(1, Rounds))
        {
            var report = await OfManyAsync(round);
            Assert.True(expected.SequenceEqual(report, StringComparer.Ordinal), $"seed {round}: {Invariants.BookState.Difference(expected, report)}");
        }
    }

    [DeepFact]
    public Task An_instance_that_is_told_to_stop_lets_go_of_a_check_at_once() => StopAsync(partVouchers: "10000");

    [DeepFact]
    public Task An_instance_that_is_told_to_stop_lets_go_of_its_parts_at_once() => StopAsync(partVouchers: "100");

    private static async Task StopAsync(string partVouchers)
    {
        await using var azurite = await Azurite.StartAsync(Cancellation);
        var month = new LargeMonth([.. SampleMonth.Vouchers(SampleMonth.Seed, SampleMonth.January, scale: 12)]);
        // A message that is not let go of would come back after ten minutes.
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["EDEFTER_PART_VOUCHERS"] = partVouchers,
            ["EDefterLocal__MessageLease"] = "00:10:00",
            ["EDefterLocal__StopPatience"] = "00:00:00.2",
        };
        using var first = await AppProcess.StartAsync(azurite.ConnectionString, settings, Cancellation);
        await month.SendAsync(first.Client);
        var job = await month.AskCheckAsync(first.Client);
        while (!IsHalfway(await month.JobAsync(first.Client, job)))
            await Task.Delay(10, Cancellation);

        Assert.Equal(0, await first.StopAsync(Cancellation));

        using var second = await AppProcess.StartAsync(azurite.ConnectionString, settings, Cancellation);
        Assert.True((await month.JobAsync(second.Client, job)).GetProperty("state").GetString() is "running");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(5));
        var end = await month.EndAsync(second.Client, job).WaitAsync(limit.Token);
        Assert.Equal("succeeded", end.GetProperty("state").GetString());
    }

    private static bool IsHalfway(System.Text.Json.JsonElement job) => job.GetProperty("state").GetString() == "running" && job.GetProperty("done").GetInt64() > 0;

    private static async Task<IReadOnlyList<string>> OfOneAsync()
    {
        await using var azurite = await Azurite.StartAsync(Cancellation);
        using var process = await AppProcess.StartAsync(azurite.ConnectionString, settings: null, Cancellation);
        var month = new LargeMonth(SampleMonth.Faulty.Vouchers);
        await month.SendAsync(process.Client);
        await month.EndAsync(process.Client, await month.AskCheckAsync(process.Client));
        return await month.ReportAsync(process.Client);
    }

    private static async Task<IReadOnlyList<string>> OfManyAsync(int seed)
    {
        var random = new Random(seed);
        await using var azurite = await Azurite.StartAsync(Cancellation);
        var processes = await Task.WhenAll(Enumerable.Range(0, 2 + (seed % 2)).Select(_ => AppProcess.StartAsync(azurite.ConnectionString, InParts, Cancellation)));
        try
        {
            var survivor = processes[0];
            var month = new LargeMonth(SampleMonth.Faulty.Vouchers);
            await month.SendAsync(survivor.Client);
            var job = await month.AskCheckAsync(survivor.Client);
            await Task.WhenAll(processes.Skip(1).Select(victim => KillAsync(victim, TimeSpan.FromMilliseconds(Math.Pow(DelayMost, random.NextDouble())))));
            var end = await month.EndAsync(survivor.Client, job);
            Assert.True(end.GetProperty("state").GetString() == "succeeded", $"seed {seed}: {end.GetRawText()}");
            await AssertWasDividedAsync(azurite.ConnectionString, job);
            return await month.ReportAsync(survivor.Client);
        }
        finally
        {
            foreach (var process in processes)
                process.Dispose();
        }
    }

    private static async Task KillAsync(AppProcess victim, TimeSpan delay)
    {
        await Task.Delay(delay, Cancellation);
        victim.Kill();
    }

    private static async Task AssertWasDividedAsync(string storage, string job)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddEDefterStorage(storage, TimeProvider.System).AddUseCases().BuildServiceProvider();
        var row = await services.GetRequiredService<IJobs>().FindAsync(job[(job.LastIndexOf('/') + 1)..], Cancellation);
        Assert.InRange(row!.Value.Plan!.Parts.Count, 5, 31);
    }
}
