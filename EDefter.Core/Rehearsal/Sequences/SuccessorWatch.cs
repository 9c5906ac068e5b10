namespace EDefter.Core.Rehearsal.Sequences;

/// <summary>
/// "Unless it is the last, some later number is this one + 1" (Y74, Y90, B52): gaps are found, duplicates are not. Linear: a number waits
/// until its successor comes; the authority's rule looks through all that follows for each one.
/// </summary>
internal sealed class SuccessorWatch
{
    private readonly Dictionary<double, List<(long Index, GibPlace Place)>> waiting = [];
    private readonly List<(long Index, GibPlace Place)> hopeless = [];
    private long seen;

    /// <param name="number">NaN is equal to nothing and has no successor.</param>
    /// <param name="place">Where it stands.</param>
    public void See(double number, GibPlace place)
    {
        Witness(number);
        if (double.IsNaN(number))
            hopeless.Add((seen, place));
        else if (waiting.TryGetValue(number + 1, out var others))
            others.Add((seen, place));
        else
            waiting.Add(number + 1, [(seen, place)]);
    }

    /// <summary>A number that answers those that wait and waits for nothing itself.</summary>
    public void Witness(double number)
    {
        seen++;
        waiting.Remove(number);
    }

    /// <returns>Where the number that should follow does not, in the order of the document.</returns>
    public IEnumerable<GibPlace> Finish() =>
        waiting.Values.SelectMany(places => places).Concat(hopeless).Where(place => place.Index < seen).OrderBy(place => place.Index).Select(place => place.Place);
}
