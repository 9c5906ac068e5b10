using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Journal;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;
using EDefter.Tests.Formats;
using EDefter.Tests.Repairs;
using Xunit;

namespace EDefter.Tests.Journal;

/// <summary>The laws of numbers where vouchers are divided: no gap over entries, the same totals as undivided, independent of arrival.</summary>
public sealed class PartNumberingTests
{
    private static readonly Gen<Voucher[]> Day = Gen.Select(ValidVouchers.Any, Gen.Int[1, 4], Laid).Array[1, 12];

    [Fact]
    public void Divided_vouchers_get_numbers_without_a_gap()
    {
        var divided = 0;
        Gen.Select(Day, Gen.Int[0, int.MaxValue]).Sample(
            (vouchers, seed) =>
            {
                var stored = Stored(vouchers);
                Interlocked.Add(ref divided, stored.Count(static one => VoucherParts.IsDivided(one.Voucher)));
                var numbers = Number(stored);
                var entries = stored.Sum(static one => VoucherParts.IsDivided(one.Voucher) ? VoucherParts.Of(one.Voucher).Count : 1);
                var lines = stored.Sum(static one => one.Voucher.Lines.Count);
                Assert.Equal((1, entries, 1, lines, entries, lines), ((int)numbers.First, (int)numbers.Last, (int)numbers.FirstLine, (int)numbers.LastLine, (int)numbers.Vouchers, (int)numbers.Lines));
                var whole = Number([.. stored.Select(static one => one with { Voucher = Undivided(one.Voucher) })]);
                Assert.Equal((whole.Debit, whole.Credit, whole.Lines), (numbers.Debit, numbers.Credit, numbers.Lines));
                Assert.Equal(stored.Any(static one => VoucherParts.IsDivided(one.Voucher)), whole.Order != numbers.Order);
                var shuffled = stored.ToArray();
                new Random(seed).Shuffle(shuffled);
                Assert.Equal(numbers.Order, Number(shuffled).Order);
                EntriesStandApart(stored);
            },
            iter: 300);
        Assert.True(divided > 300, $"Only {divided} vouchers were divided: the law was hardly tried.");
    }

    // Every entry has an identity and a fiş no of its own, keeps the document rule of its part, and the parts of a voucher keep their order.
    private static void EntriesStandApart(StoredVoucher[] stored)
    {
        var entries = JournalOrder.Entries(stored).Select(static entry => entry.Entry).ToList();
        Assert.Equal(entries.Count, entries.Select(static entry => entry.EntryId).Distinct().Count());
        Assert.Equal(entries.Count, entries.Select(static entry => entry.Voucher.Number).Distinct().Count());
        foreach (var parts in entries.Where(static entry => entry.Part is not null).GroupBy(static entry => entry.Voucher.Id, StringComparer.Ordinal))
            Assert.Equal(parts.Select(static part => part.Part).Order(), parts.Select(static part => part.Part));
        var journal = entries.Select(static (entry, i) => JournalEntry.Create(entry, chart: null, i + 1, 1)).ToList();
        Assert.All(journal, static entry => Assert.Equal(Enumerable.Range(1, entry.Lines.Count), entry.Lines.Select(static line => line.NumberInEntry)));
    }

    private static Numbering Number(IReadOnlyList<StoredVoucher> stored)
    {
        using var builder = new NumberingBuilder(before: null, chart: null);
        builder.AddDay(Months.January.FirstDay, MonthNumberer.InBook(new DayVouchers(Months.January.FirstDay, stored)));
        return builder.Complete(new BookId("deneme", "0000"), Months.January);
    }

    private static StoredVoucher[] Stored(Voucher[] vouchers) =>
        [.. vouchers.Select(static (voucher, i) => voucher with { Id = $"v{i}", Number = $"F-{(i * 7) + 1}", Date = DateField.Parse("2025-01-10") }).Select(static voucher => new StoredVoucher(voucher, 1, CommitKind.Vouchers, voucher.Id + "-hash"))];

    // The voucher laid upon itself, each copy balanced: as many entries as it is told.
    private static Voucher Laid(Voucher voucher, int parts) =>
        parts == 1 ? voucher : voucher with { Lines = [.. Enumerable.Range(1, parts).SelectMany(part => voucher.Lines.Select(line => line with { Part = VoucherParts.Write(part) }))] };

    private static Voucher Undivided(Voucher voucher) => voucher with { Lines = [.. voucher.Lines.Select(static line => line with { Part = null })] };
}
