using EDefter.Core.Companies;
using EDefter.Core.Formats;
using EDefter.Core.Journal;
using EDefter.Core.Rules;
using EDefter.Core.Sealing;
using EDefter.Core.Vouchers;
using EDefter.Tests.Formats;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Journal;

/// <summary>What the rules let pass must become an entry and a file, or be refused by name: nothing may be found out only while the numbers are given.</summary>
public sealed class CleanVoucherTests
{
    private const int Iterations = 4_000;

    private static readonly CheckContext Context = new()
    {
        Company = VoucherGen.CompanyOf(2025),
        Branch = Branch.HeadOffice,
        From = Months.January.FirstDay,
        To = Months.January.LastDay,
        Period = Months.January,
        AsOf = new DateOnly(2025, 6, 1),
        Pack = RulePacks.For(Months.January.FirstDay),
    };

    [Fact]
    public void A_voucher_without_errors_becomes_an_entry_that_keeps_the_law() => Law(Iterations);

    [DeepFact]
    public void A_voucher_without_errors_becomes_an_entry_that_keeps_the_law_however_wild() => Law(Iterations * 10);

    private static void Law(int iterations)
    {
        var passed = 0;
        WildVouchers.Of(Months.January).Sample(
            voucher =>
            {
                if (HasErrors(voucher))
                    return;
                Interlocked.Increment(ref passed);
                var entry = JournalEntry.Create(VoucherFacts.Of(voucher), chart: null, number: 1, firstLine: 1);
                KeepsTheLaw(entry);
                foreach (var profile in ProfileBook.Standard.Profiles)
                    IsWrittenOrRefused(entry, profile);
            },
            iter: iterations);
        Assert.True(passed > iterations / 20, $"Only {passed} of {iterations} vouchers passed the rules: the law was hardly tried.");
    }

    private static bool HasErrors(Voucher voucher)
    {
        var engine = CheckEngine.Begin(Context, static _ => { });
        engine.Observe(voucher, fromDrawer: voucher.Date.Value is not { } date || Context.Company.YearOf(date) is null);
        return engine.Finish().Errors > 0;
    }

    // What the law asks of an entry, its documents and payments, said again without the code that enforces them.
    private static void KeepsTheLaw(JournalEntry entry)
    {
        Assert.True(entry.Lines.Count >= 2);
        Assert.Equal(entry.Lines.Sum(line => line.Debit), entry.Lines.Sum(line => line.Credit));
        Assert.True(entry.EnteredBy.Trim().Length >= 2 && !string.IsNullOrWhiteSpace(entry.VoucherNumber));
        Assert.True(Months.January.Contains(entry.Date));
        foreach (var line in entry.Lines)
        {
            Assert.True(line.Amount > 0 && line.Amount * 100 % 1 == 0);
            Assert.InRange(line.MainAccount.Trim().Length, 3, 4);
            Assert.StartsWith(line.MainAccount.Trim(), line.SubAccount.Trim(), StringComparison.Ordinal);
            Assert.Equal(entry.Date, line.PostingDate);
            Assert.All((string?[])[line.MainAccountName, line.SubAccountName], name => Assert.False(string.IsNullOrWhiteSpace(name)));
            Assert.All((string?[])[line.PaymentMethod, line.DocumentNumber, line.DocumentTypeDescription, line.OriginalCurrency], text => Assert.True(text is null || !string.IsNullOrWhiteSpace(text), "A blank text is no text."));
            if (line.DocumentType is DocumentType.Invoice or DocumentType.Check or DocumentType.Other)
                Assert.True(line.DocumentNumber is not null && line.DocumentDate is not null);
            if (line.DocumentType is DocumentType.Other)
                Assert.NotNull(line.DocumentTypeDescription);
            if (line.DocumentType is null)
                Assert.True(line.DocumentNumber is null && line.DocumentDate is null);
        }
    }

    private static void IsWrittenOrRefused(JournalEntry entry, Profile profile)
    {
        using var zip = new MemoryStream();
        using var writer = ArchiveWriter.Begin(Months.RequestOf([entry]), profile, zip);
        writer.Write(entry);
        var result = writer.Complete();
        Assert.Equal(result.IsComplete, result.UnwritableCount == 0);
        Assert.All(result.Unwritable, value => Assert.True(value.VoucherId == entry.VoucherId && value.Message.Length > 0 && value.Remedy.Length > 0));
    }
}
