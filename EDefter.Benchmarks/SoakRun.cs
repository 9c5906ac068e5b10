using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Queues;

namespace EDefter.Benchmarks;

/// <summary>
/// Hours of ordinary life in minutes: small months of several companies beside one large month after the other, with posts cut anywhere, faults, repairs, the same months sent again, numbers and
/// archives: <c>soak [--minutes 30] [--seed 1] [--lines 200000] [--companies 3] [--rest 0]</c>. The emulator keeps everything
/// in memory and is given as much of it as it asks for; rests (seconds between two months of a tenant) spare it. Tells each minute; at the end every archive is fetched again and verified, and no queue
/// may hold a message that was given up. Whatever goes wrong ends it with the seed.
/// </summary>
internal static class SoakRun
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static void Run(string[] arguments) => RunAsync(
        TimeSpan.FromMinutes(Arguments.Option(arguments, "--minutes", 30)),
        (int)Arguments.Option(arguments, "--seed", 1),
        Arguments.Option(arguments, "--lines", 200_000),
        (int)Arguments.Option(arguments, "--companies", 3),
        TimeSpan.FromSeconds(Arguments.Option(arguments, "--rest", 0))).GetAwaiter().GetResult();

    private static async Task RunAsync(TimeSpan length, int seed, long lines, int companies, TimeSpan rest)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {companies} small companies beside months of {lines} lines, {length.TotalMinutes:0} minutes"));
        // The emulator's heap is bounded at 4 GB otherwise.
        Environment.SetEnvironmentVariable("NODE_OPTIONS", "--max-old-space-size=16384");
        await using var app = await RunningApp.StartInMemoryAsync();
        var tally = new SoakTally();
        using var isOver = new CancellationTokenSource(length);
        using var file = MonthFile.Make(lines);
        var work = Begin(app, tally, seed, companies, rest, file, isOver.Token);
        try
        {
            await WatchAsync(work, tally, app);
        }
        finally
        {
            // Nobody may still use what is disposed next.
            await isOver.CancelAsync();
            await Task.WhenAll(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await JudgeAsync(app, tally);
        Console.WriteLine(tally.TellAll(app));
    }

    private static List<Task> Begin(RunningApp app, SoakTally tally, int seed, int companies, TimeSpan rest, MonthFile file, CancellationToken isOver) =>
    [
        .. Enumerable.Range(0, companies).Select(n => Task.Run(() => new SoakTenant(app, tally, seed, n, rest).SmallMonthsAsync(isOver), CancellationToken.None)),
        Task.Run(() => new SoakTenant(app, tally, seed, companies, rest).LargeMonthsAsync(file, isOver), CancellationToken.None),
    ];

    private static async Task WatchAsync(List<Task> work, SoakTally tally, RunningApp app)
    {
        var all = Task.WhenAll(work);
        var began = Stopwatch.GetTimestamp();
        while (!all.IsCompleted)
        {
            // The first that fails ends the soak, not the last.
            var first = await Task.WhenAny([.. work.Where(static one => !one.IsCompletedSuccessfully), Task.Delay(Minute)]);
            if (first.IsFaulted)
                await first;
            if (!work.Contains(first))
                Console.WriteLine(tally.TellMinute(Stopwatch.GetElapsedTime(began), app));
        }

        await all;
        Console.WriteLine(tally.TellMinute(Stopwatch.GetElapsedTime(began), app));
    }

    private static async Task JudgeAsync(RunningApp app, SoakTally tally)
    {
        foreach (var (book, archive) in tally.Archives)
            await DemandIntactAsync(book, await book.DownloadAsync(await book.LinkAsync(archive)));
        var queues = new QueueServiceClient(app.StorageConnection);
        await foreach (var queue in queues.GetQueuesAsync())
        {
            if (queue.Name.EndsWith("-poison", StringComparison.Ordinal) && (await queues.GetQueueClient(queue.Name).PeekMessagesAsync()).Value.Length > 0)
                throw new InvalidOperationException($"{queue.Name} holds messages: a job was given up.");
        }
    }

    internal static async Task DemandIntactAsync(MeasuredBook book, byte[] archive)
    {
        var verdict = (await book.VerifyAsync(archive)).GetProperty("verdict").GetString();
        if (verdict != "intact")
            throw new InvalidOperationException($"{book.Month}: an archive is {verdict}.");
    }
}
