using CsCheck;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Log;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>The index's table says what a dictionary would, whatever is set, set again and removed.</summary>
public sealed class LiveTableTests
{
    // Few ids that differ in few bits, so that buckets are shared and slots are used again; enough of them that the table grows twice.
    private static readonly Gen<(UInt128 Id, IndexEntry? Entry)> Step = Gen.Select(
        Gen.ULong[0, 1500], Gen.Bool, Gen.Int[0, 3], Gen.Int[0, 9], static (id, isRemoved, content, sequence) =>
            (new UInt128(id % 7, (id / 7) * 3), isRemoved ? (IndexEntry?)null : new IndexEntry((UInt128)content, (UInt128)(content % 2), sequence, content, (ushort)id, (CommitKind)(content % 4))));

    [Fact]
    public void It_is_a_dictionary() => Step.Array[0, 3000].Sample(
        steps =>
        {
            var (table, model) = (new LiveTable(), new Dictionary<UInt128, IndexEntry>());
            foreach (var (id, entry) in steps)
            {
                if (entry is { } set)
                    (model[id], _) = (set, Apply(() => table.Set(id, set)));
                else if (model.Remove(id) | Apply(() => table.Remove(id)))
                    Assert.False(table.TryFind(id, out _));
            }

            Assert.Equal(model.Count, table.Count);
            Assert.Equal(model.OrderBy(pair => pair.Key), table.Entries.OrderBy(pair => pair.Key));
            foreach (var (id, entry) in model)
                Assert.True(table.TryFind(id, out var found) && found == entry);
        },
        iter: 200);

    private static bool Apply(Action action)
    {
        action();
        return true;
    }
}
