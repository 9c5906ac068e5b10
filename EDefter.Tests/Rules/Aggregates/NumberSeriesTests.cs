using System.Globalization;
using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Aggregates;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules.Aggregates;

public sealed class NumberSeriesTests
{
    private static readonly Gen<long[]> Numbers = Gen.Long[1, 40].Array[1, 25];

    /// <summary>However the numbers come, one by one or month by month, the series holds them and nothing else.</summary>
    [Fact]
    public void A_series_holds_the_numbers_that_were_added() => Gen.Select(Numbers, Numbers).Sample(static (first, second) =>
    {
        var both = Of(first).With(Of(second));
        for (var number = 0L; number <= 42; number++)
            Assert.Equal(first.Contains(number) || second.Contains(number), both.Contains(number));
        Assert.Equal(both.Runs, Of([.. first, .. second]).Runs);
        Assert.Equal(first.Intersect(second).Any(), Of(first).Overlaps(Of(second)));
        Assert.Equal(first.Intersect(second).Any(), Of(second).Overlaps(Of(first)));
    });

    [Fact]
    public void Series_stand_in_the_order_of_group_prefix_and_suffix()
    {
        string[] texts = ["B1", "A1/x", "A1", "C1"];
        var series = Observed([.. texts.Select(text => ("tahsil", text)), ("mahsup", "Z1")]);
        Assert.Equal(["mahsup Z ", "tahsil A ", "tahsil A /x", "tahsil B ", "tahsil C "], series.Select(one => $"{one.Group} {one.Prefix} {one.Suffix}"));
        Assert.Equal(series.Select(one => one.Prefix), NumberSeries.Union(series.Reverse()).Select(one => one.Prefix));
    }

    [Theory]
    [InlineData("123456789012345678", true)]
    [InlineData("1234567890123456789", false)]
    [InlineData("ABC", false)]
    [InlineData("A1", true)]
    [InlineData("1A", true)]
    public void A_text_is_of_a_series_when_its_digits_can_be_counted(string text, bool counts) => Assert.Equal(counts, Observed([("mahsup", text)]).Count == 1);

    [Theory]
    [InlineData(4096, 4096)]
    [InlineData(4097, 0)]
    [InlineData(5000, 0)]
    public void Texts_of_thousands_of_series_are_ids_and_of_no_series(int texts, int series) =>
        Assert.Equal(series, Observed([.. Enumerable.Range(0, texts).Select(i => ("mahsup", $"{Letters(i)}7"))]).Count);

    private static string Letters(int i) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (i / 676))}{(char)('A' + (i / 26 % 26))}{(char)('A' + (i % 26))}");

    private static NumberSeries Of(long[] numbers) => Observed([.. numbers.Select(number => ("mahsup", number.ToString(CultureInfo.InvariantCulture)))])[0];

    // As a month gathers them: from its vouchers.
    private static IReadOnlyList<NumberSeries> Observed((string Kind, string Number)[] vouchers)
    {
        var one = VoucherGen.Of(new Period(2025, 1), "1", "1").Single();
        var month = new MonthAggregates();
        foreach (var (kind, number) in vouchers)
            month.Observe(VoucherFacts.Of(one with { Kind = kind, Number = number }));
        return month.VoucherSeries;
    }
}
