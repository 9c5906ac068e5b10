using System.Runtime.InteropServices;

namespace EDefter.Core.Sealing.Comparison;

/// <summary>Counts every difference and lists the first of each kind, so that a million lost zeros do not hide the one changed amount.</summary>
internal sealed class DifferenceTally
{
    /// <summary>Places listed for one kind in one file.</summary>
    public const int PlacesMax = 100;

    private readonly List<ArchiveDifference> listed = [];
    private readonly Dictionary<(string File, DifferenceKind Kind), long> counts = [];

    public IReadOnlyList<ArchiveDifference> Listed => listed;

    public IReadOnlyList<DifferenceCount> Counts => [.. counts.Select(one => new DifferenceCount(one.Key.File, one.Key.Kind, one.Value))];

    public long CountOf(DifferenceKind kind) => counts.Where(one => one.Key.Kind == kind).Sum(one => one.Value);

    public void Add(ArchiveDifference difference)
    {
        if (Counted(difference.File, difference.Kind))
            listed.Add(difference);
    }

    /// <summary>Counts a difference.</summary>
    /// <returns>There is room to list its place.</returns>
    public bool Counted(string file, DifferenceKind kind)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, (file, kind), out _);
        count++;
        return count <= PlacesMax;
    }

    public void List(ArchiveDifference difference) => listed.Add(difference);
}
