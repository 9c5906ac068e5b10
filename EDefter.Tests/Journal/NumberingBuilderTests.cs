using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EDefter.Core.Companies;
using EDefter.Core.Journal;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using EDefter.Tests.Formats;
using Xunit;

namespace EDefter.Tests.Journal;

/// <summary>What numbering itself holds vouchers to, and what its hash is made of: a month numbered years ago is read again by it.</summary>
public sealed class NumberingBuilderTests
{
    [Fact]
    public void The_order_is_the_hash_of_one_text_over_all_entries()
    {
        // Enough for the text to be hashed in several pieces, with letters of two bytes.
        var text = new StringBuilder();
        using var builder = new NumberingBuilder(before: null, chart: null);
        var vouchers = Enumerable.Range(1, 2_000).Select(i => Entry() with { Id = $"fiş-{i}" }).ToArray();
        builder.AddDay(Months.January.FirstDay, vouchers.Select(voucher => (VoucherFacts.Of(voucher), "sha256:" + voucher.Id)));
        for (var i = 0; i < vouchers.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"{vouchers[i].Id}\nsha256:{vouchers[i].Id}\n{i + 1}\n{(2 * i) + 1}\n2\n");
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))), builder.Complete(new BookId("deneme", "0000"), Months.January).Order);
    }

    [Theory]
    [InlineData("head")]
    [InlineData("balance")]
    [InlineData("side")]
    [InlineData("amount")]
    [InlineData("account")]
    [InlineData("mainAccountName")]
    [InlineData("accountName")]
    public void A_voucher_that_breaks_the_law_of_an_entry_gets_no_number(string fault)
    {
        var voucher = Broken(fault);
        Assert.Null(JournalEntry.TryCreate(VoucherFacts.Of(voucher), chart: null, 1, 1, out var told));
        Assert.Equal(fault, told);
        using var builder = new NumberingBuilder(before: null, chart: null);
        var refused = Assert.Throws<InvalidOperationException>(() => builder.AddDay(Months.January.FirstDay, [(VoucherFacts.Of(voucher), "hash")]));
        Assert.Contains(fault, refused.Message, StringComparison.Ordinal);
    }

    private static Voucher Broken(string fault) => fault switch
    {
        "head" => Entry() with { EnteredBy = "H" },
        "balance" => Entry() with { Lines = [Line("100.01", 10, 0), Line("120.01", 0, 9.99m)] },
        "side" => Entry() with { Lines = [Line("100.01", 10, 10), Line("120.01", 10, 10)] },
        "amount" => Entry() with { Lines = [Line("100.01", 10.001m, 0), Line("120.01", 0, 10.001m)] },
        "account" => Entry() with { Lines = [Line("10.01", 10, 0), Line("120.01", 0, 10)] },
        "mainAccountName" => Entry() with { Lines = [Line("100.01", 10, 0) with { MainAccountName = " " }, Line("120.01", 0, 10)] },
        "accountName" => Entry() with { Lines = [Line("100.01", 10, 0), Line("120.01", 0, 10) with { AccountName = null }] },
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, message: null),
    };

    private static Voucher Entry() => new()
    {
        Id = "1",
        Number = "1",
        Date = DateField.Of(Months.January.FirstDay),
        Kind = "mahsup",
        EnteredBy = "H.A.",
        Lines = [Line("100.01", 10.50m, 0), Line("120.01", 0, 10.5000m)],
    };

    private static VoucherLine Line(string account, decimal debit, decimal credit) => new()
    {
        Account = account,
        AccountName = "HESAP",
        MainAccountName = "ANA HESAP",
        Debit = debit == 0 ? AmountField.Absent : AmountField.Of(debit),
        Credit = credit == 0 ? AmountField.Absent : AmountField.Of(credit),
    };
}
