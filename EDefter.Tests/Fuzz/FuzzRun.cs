using System.Diagnostics;

namespace EDefter.Tests.Fuzz;

/// <summary>Feeds a reader inputs of neighbouring seeds and watches it: nothing but what it documents may come out, soon, and without taking much memory.</summary>
internal sealed class FuzzRun(FuzzReader reader)
{
    private const int FindingsMost = 20;

    // Far above what any of these small inputs takes, also on a busy machine.
    private static readonly TimeSpan LongMost = TimeSpan.FromSeconds(20);

    private readonly FuzzTally tally = new(reader.Name);
    private long startedAt;
    private ulong current;

    /// <param name="first">Seed of the first input.</param>
    /// <param name="count">How many inputs.</param>
    public FuzzTally Run(ulong first, long count)
    {
        startedAt = Stopwatch.GetTimestamp();
        var begun = startedAt;
        var work = Task.Factory.StartNew(() => Feed(first, count), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (!work.Wait(TimeSpan.FromMilliseconds(200)))
        {
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref startedAt)) <= LongMost)
                continue;
            // The work cannot be ended; it is left behind and the run is over.
            tally.Findings.Add(new FuzzFinding(reader.Name, Volatile.Read(ref current), "no end"));
            break;
        }

        tally.Took = Stopwatch.GetElapsedTime(begun);
        return tally;
    }

    private void Feed(ulong first, long count)
    {
        // A block is lived through from its beginning, or its state would be another one.
        var seed = reader.Block == 0 ? first : first - (first % reader.Block);
        var end = first + (ulong)count;
        for (var isFirst = true; seed < end && tally.Findings.Count < FindingsMost; seed++, isFirst = false)
        {
            if (isFirst || (reader.Block > 0 && seed % reader.Block == 0))
                reader.Begin();
            Volatile.Write(ref current, seed);
            Volatile.Write(ref startedAt, Stopwatch.GetTimestamp());
            Feed(seed);
        }
    }

    private void Feed(ulong seed)
    {
        var input = reader.InputOf(seed);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var begun = Stopwatch.GetTimestamp();
        try
        {
            if (reader.Read(input.Bytes, input.Origin))
                tally.Read++;
            else
                tally.Refused++;
        }
        catch (Exception exception)
        {
            // Whatever it is: it is what is sought, and it is told.
            tally.Findings.Add(new FuzzFinding(reader.Name, seed, exception.ToString()));
        }

        tally.Inputs++;
        var took = Stopwatch.GetElapsedTime(begun);
        if (took > tally.Longest)
            (tally.Longest, tally.LongestSeed) = (took, seed);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        if (allocated > tally.AllocatedMost)
            (tally.AllocatedMost, tally.AllocatedMostSeed) = (allocated, seed);
        if (allocated > reader.AllocatedMax)
            tally.Findings.Add(new FuzzFinding(reader.Name, seed, $"allocated {allocated / 1048576} MB for {input.Bytes.Length} bytes"));
    }
}
