using EDefter.Core.Rehearsal.Documents;

namespace EDefter.Core.Rehearsal.Asserts;

/// <summary>An assert on an entry and the sums of its lines; otherwise as <see cref="GibAssert"/>.</summary>
internal sealed record SumAssert(string Ids, string Message, string Remedy, Func<Element, LineSums, bool> Test)
{
    public GibAssert With(LineSums sums) => new(Ids, Message, Remedy, (_, entry) => Test(entry, sums));
}
