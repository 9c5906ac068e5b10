namespace EDefter.Core.Rehearsal.Sequences;

/// <summary>"Unless it is the last, some later date is not smaller" (Y75): a date waits until one comes that is not smaller; those that wait fall from first to last.</summary>
internal sealed class LaterWatch
{
    private readonly Stack<(string Date, long Index, GibPlace Place)> waiting = new();
    private long seen;

    public void See(string date, GibPlace place)
    {
        Witness(date);
        waiting.Push((date, seen, place));
    }

    /// <summary>A date that answers those that wait and waits for nothing itself.</summary>
    public void Witness(string date)
    {
        seen++;
        while (waiting.TryPeek(out var earlier) && string.CompareOrdinal(date, earlier.Date) >= 0)
            waiting.Pop();
    }

    public IEnumerable<GibPlace> Finish() => waiting.Reverse().Where(entry => entry.Index < seen).Select(entry => entry.Place);
}
