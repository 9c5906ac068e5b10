using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Fis;
using EDefter.Core.Vouchers;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules.Trails;

/// <summary>What is said of small vouchers, word for word and in its order; BalanceTrailTests holds the laws.</summary>
public sealed class BalanceTrailExampleTests
{
    /// <param name="lines">Account, lira (debit above zero, credit below it) and KDV rate of each line: <c>153:100@20</c>.</param>
    /// <param name="hints">The hints, between them a bar.</param>
    [Theory]
    [InlineData("153:100@20 191:18@20 320:-120", "100,00 TL matrahın %20 KDV’si 20,00 TL eder, 2. satırda 18,00 TL yazılı: aradaki 2,00 TL farka eşit.")]
    [InlineData("600:-100@20 391:-18@20 120:120", "100,00 TL matrahın %20 KDV’si 20,00 TL eder, 2. satırda 18,00 TL yazılı: aradaki 2,00 TL farka eşit.")]
    [InlineData("153:100@7.5 191:7@7.5 320:-107.5", "100,00 TL matrahın %7,50 KDV’si 7,50 TL eder, 2. satırda 7,00 TL yazılı: aradaki 0,50 TL farka eşit.")]
    [InlineData("153:100@20 191:10@20 191:8@20 320:-120", "100,00 TL matrahın %20 KDV’si 20,00 TL eder, 2., 3. satırlarda toplam 18,00 TL yazılı: aradaki 2,00 TL farka eşit.")]
    [InlineData("153:100@20 153:200@10 191:20@20 191:15@10 320:-340", "200,00 TL matrahın %10 KDV’si 20,00 TL eder, 4. satırda 15,00 TL yazılı: aradaki 5,00 TL farka eşit.")]
    [InlineData("153:10.03 153:10.03 191:4.02 320:-24.07", "%20 KDV satır satır yuvarlanınca 4,02 TL, toplam matrahtan hesaplanınca 4,01 TL eder: aradaki 0,01 TL farka eşit.")]
    [InlineData("153:10.03 153:10.03 191:4.01 320:-24.08", "%20 KDV satır satır yuvarlanınca 4,02 TL, toplam matrahtan hesaplanınca 4,01 TL eder: aradaki 0,01 TL farka eşit.")]
    [InlineData("153:100 191:18 320:-120", "")]
    [InlineData("153:100@0 191:5@0 320:-100", "2. satırın tutarı farka eşit (5,00 TL): bu satır fazladan girilmiş ya da karşı satırı eksik olabilir.")]
    [InlineData("153:100@120 191:100@120 320:-220", "")]
    [InlineData("153:100@100 191:90@100 320:-200", "100,00 TL matrahın %100 KDV’si 100,00 TL eder, 2. satırda 90,00 TL yazılı: aradaki 10,00 TL farka eşit.")]
    [InlineData("153:40 153:60@20 191:10@20 320:-112", "60,00 TL matrahın %20 KDV’si 12,00 TL eder, 3. satırda 10,00 TL yazılı: aradaki 2,00 TL farka eşit.")]
    [InlineData("153:40@10 153:60 191:5@20 320:-112", "60,00 TL matrahın %20 KDV’si 12,00 TL eder, 3. satırda 5,00 TL yazılı: aradaki 7,00 TL farka eşit.")]
    [InlineData("102:10 102:10 102:10 102:10 120:-30", "1. ve 2. satırlar aynı hesapta ve aynı tutarda, tutarları farka eşit (10,00 TL): satır iki kez girilmiş olabilir.|1. ve 3. satırlar aynı hesapta ve aynı tutarda, tutarları farka eşit (10,00 TL): satır iki kez girilmiş olabilir.|1. ve 4. satırlar aynı hesapta ve aynı tutarda, tutarları farka eşit (10,00 TL): satır iki kez girilmiş olabilir.")]
    [InlineData("102:1234 120:-2134", "1. satırda iki rakam yer değiştirmiş olabilir: 1.234,00 yerine 2.134,00 TL olsaydı fiş denk olurdu.|2. satırda iki rakam yer değiştirmiş olabilir: 2.134,00 yerine 1.234,00 TL olsaydı fiş denk olurdu.")]
    [InlineData("102:1234 120:-4231", "1. satırda iki rakam yer değiştirmiş olabilir: 1.234,00 yerine 4.231,00 TL olsaydı fiş denk olurdu.|2. satırda iki rakam yer değiştirmiş olabilir: 4.231,00 yerine 1.234,00 TL olsaydı fiş denk olurdu.")]
    [InlineData("102:100 120:-1000", "1. satırda virgül kaymış olabilir: 100,00 yerine 1.000,00 TL olsaydı fiş denk olurdu.|2. satırda virgül kaymış olabilir: 1.000,00 yerine 100,00 TL olsaydı fiş denk olurdu.")]
    [InlineData("102:50 120:50 320:-60", "")]
    [InlineData("102:1000 120:-100 600:-90", "3. satırda virgül kaymış olabilir: 90,00 yerine 900,00 TL olsaydı fiş denk olurdu.")]
    [InlineData("102:5 102:5 320:10 120:-10", "1. satırın tutarı (5,00 TL) farkın yarısı: bu satır ters tarafa yazılmış olabilir.|2. satırın tutarı (5,00 TL) farkın yarısı: bu satır ters tarafa yazılmış olabilir.|3. satırın tutarı farka eşit (10,00 TL): bu satır fazladan girilmiş ya da karşı satırı eksik olabilir.")]
    [InlineData("153:100@20 191:-20@20 320:-120", "2. satırın tutarı (20,00 TL) farkın yarısı: bu satır ters tarafa yazılmış olabilir.")]
    public void The_hints_are_told_from_the_likeliest_on(string lines, string hints) =>
        Assert.Equal(hints, string.Join('|', TrailOf(VoucherFacts.Of(new Voucher { Id = "1", Lines = [.. lines.Split(' ').Select(Line)] }))));

    // A difference of a few kuruş is FIS002's, any other FIS001's.
    private static IReadOnlyList<string> TrailOf(VoucherFacts voucher)
    {
        var told = new List<Finding>();
        var sink = new FindingSink(told.Add);
        var month = new Period(2025, 1);
        var context = new CheckContext { Company = VoucherGen.CompanyOf(2025), Branch = Branch.HeadOffice, From = month.FirstDay, To = month.LastDay, AsOf = month.LastDay, Pack = RulePacks.For(month.FirstDay) };
        new Fis001Unbalanced().Check(context, voucher, sink);
        new Fis002RoundingDifference().Check(context, voucher, sink);
        return Assert.Single(told).Trail;
    }

    private static VoucherLine Line(string text)
    {
        var parts = text.Split(':', '@');
        var amount = Number(parts[1]);
        return new VoucherLine
        {
            Account = parts[0] + ".01",
            Debit = amount > 0 ? AmountField.Of(amount) : AmountField.Absent,
            Credit = amount < 0 ? AmountField.Of(-amount) : AmountField.Absent,
            VatRate = parts.Length > 2 ? AmountField.Of(Number(parts[2])) : AmountField.Absent,
        };
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
