using System.Globalization;
using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Rules.Fis;
using EDefter.Core.Vouchers;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules.Fis;

/// <summary>FIS008 keeps numbers and ids in bytes of its own; whatever they are made of, and in whatever parts the days come, it must say what a plain count says.</summary>
public sealed class DuplicateNumberTests
{
    private static readonly string[] Kinds = ["mahsup", "tahsil", "tediye"];

    // Characters of one byte and of two, texts of no length worth a header of one byte, and one that no page holds beside others.
    private static readonly string[] Numbers = ["1", "01", "MH-000012", "ÿ", "Ā", "İŞ-7", "😀", new string('9', 63), new string('9', 64), new string('9', 200), new string('ş', 40_000), new string('s', 70_000)];

    private static readonly Gen<(int Kind, int Number, int Day)[]> Month = Gen.Select(Gen.Int[0, Kinds.Length - 1], Gen.Int[0, Numbers.Length - 1], Gen.Int[1, 28]).Array[0, 60];

    [Fact]
    public void A_number_is_told_once_at_its_last_voucher_with_how_many_carry_it() => Gen.Select(Month, Gen.Int[0, 28]).Sample(
        static (month, cut) =>
        {
            Voucher[] vouchers = [.. month.Select(static (one, i) => VoucherOf(one, i)).OrderBy(static voucher => voucher.Date.Value)];
            var expected = vouchers.GroupBy(static voucher => (voucher.Kind, voucher.Number)).Where(static same => same.Count() > 1).Select(static same => Told(same.MaxBy(static voucher => (voucher.Date.Value, voucher.Id), Later)!, same.Count())).Order(StringComparer.Ordinal);
            Assert.Equal(expected, Found(vouchers));
            Assert.Equal(expected, FoundInParts(vouchers, cut));
        },
        iter: 300);

    // More numbers than the first buckets and pages hold.
    [Fact]
    public void Thousands_of_numbers_are_told_apart()
    {
        Voucher[] vouchers = [.. Enumerable.Range(0, 6_000).Select(static i => VoucherOf((0, 0, 1 + (i / 250)), i) with { Number = "TH-" + (i % 5_900).ToString("D6", CultureInfo.InvariantCulture) })];
        Assert.Equal(100, Found(vouchers).Count);
        Assert.Equal(Found(vouchers), FoundInParts(vouchers, 12));
    }

    private static readonly IComparer<(DateOnly?, string)> Later = Comparer<(DateOnly? Date, string Id)>.Create(static (left, right) =>
        Nullable.Compare(left.Date, right.Date) is not 0 and var byDate ? byDate : string.CompareOrdinal(left.Id, right.Id));

    private static Voucher VoucherOf((int Kind, int Number, int Day) one, int i) => new()
    {
        // Ids of both widths, whose order is not that of their coming.
        Id = (i % 2 == 0 ? "ş" : "s") + ((i * 7_919) % 10_007).ToString("D5", CultureInfo.InvariantCulture),
        Number = Numbers[one.Number],
        Kind = Kinds[one.Kind],
        Date = DateField.Of(new DateOnly(2025, 1, one.Day)),
    };

    private static List<string> Found(IEnumerable<Voucher> vouchers)
    {
        var found = new List<string>();
        var engine = CheckEngine.Begin(Context(), finding => found.Add(Told(finding)), Rule());
        foreach (var voucher in vouchers)
            engine.Observe(voucher);
        engine.Finish();
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static List<string> FoundInParts(Voucher[] vouchers, int cut)
    {
        var found = new List<string>();
        var whole = CheckEngine.Begin(Context(), finding => found.Add(Told(finding)), Rule());
        foreach (var part in vouchers.GroupBy(voucher => voucher.Date.Value!.Value.Day > cut).Reverse())
        {
            var engine = CheckEngine.BeginPart(Context(), static _ => { }, Rule());
            foreach (var voucher in part)
                engine.Observe(voucher);
            using var memory = new MemoryStream(engine.Save());
            whole.Join(memory);
        }

        whole.Finish();
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static string Told(Voucher voucher, int count) => $"{voucher.Id} {voucher.Date} {voucher.Number} {count}";

    private static string Told(Finding finding) => $"{finding.VoucherId} {finding.Date:yyyy-MM-dd} {finding.Values["fisNo"]} {finding.Values["adet"].Replace(".", string.Empty, StringComparison.Ordinal)}";

    private static RuleBook Rule() => new([new Fis008DuplicateNumber()]);

    private static CheckContext Context()
    {
        var period = new Period(2025, 1);
        return new CheckContext
        {
            Company = VoucherGen.CompanyOf(2025),
            Branch = Branch.HeadOffice,
            From = period.FirstDay,
            To = period.LastDay,
            Period = period,
            AsOf = period.LastDay,
            Pack = RulePacks.For(period.FirstDay),
            YearToDate = new YearToDate([]),
        };
    }
}
