using CsCheck;
using EDefter.Core.Reading;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Repairs;

/// <summary>The laws of a division: every law of repairs, and that each part is an entry of its own.</summary>
public sealed class SplitLawTests
{
    [Fact]
    public void A_voucher_of_many_documents_is_divided_into_entries_that_balance()
    {
        int offered = 0, silent = 0;
        Gen.Select(ManyDocuments.Any, Gen.Int[0, 1000]).Sample(
            (voucher, seed) =>
            {
                var plan = RepairFixture.Plan(voucher);
                if (plan.Changes.FirstOrDefault(static change => change.Kind == ChangeKind.SplitVoucher) is { } split)
                {
                    Interlocked.Increment(ref offered);
                    RepairLaws.ItsRuleIsSilent(RepairBook.Standard, voucher, "FIS012");
                    PartsAreEntries(voucher, RepairLaws.MendAll(plan, voucher), split);
                }
                else
                {
                    Interlocked.Increment(ref silent);
                }

                RepairLaws.All(RepairBook.Standard, voucher, seed);
            },
            iter: 300);
        Assert.True(offered > 100, $"Only {offered} divisions were offered: the law was hardly tried.");
        Assert.True(silent > 0, "Every voucher was divided, also those in doubt.");
    }

    private static void PartsAreEntries(Voucher faulty, Voucher mended, Change split)
    {
        var parts = VoucherFacts.EntriesOf(mended);
        Assert.Equal(split.Parts!.Count, parts.Count);
        Assert.Equal(Enumerable.Range(1, faulty.Lines.Count), parts.SelectMany(static part => part.Lines.ToArray()).Select(static line => line.PlaceInVoucher).Order());
        Assert.Equal(RepairLaws.Totals(faulty), RepairLaws.Totals(mended));
        foreach (var part in parts)
        {
            Assert.Equal(part.Debit, part.Credit);
            Assert.Equal(split.Parts[part.Part!.Value - 1].Amount, part.Debit);
            Assert.Single(part.Lines.ToArray().Select(static line => DocumentKey.Of(line.Document)).Distinct());
            Assert.Equal($"{faulty.Number}-{part.Part}", part.Voucher.Number);
            Assert.Equal(faulty.Id, part.Voucher.Id);
        }
    }
}
