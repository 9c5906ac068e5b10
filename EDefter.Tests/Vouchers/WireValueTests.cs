using System.Globalization;
using System.Text;
using CsCheck;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Vouchers;

/// <summary>Dates and amounts are read out of UTF-8 by hand: held against the library, and against reading the same text.</summary>
public sealed class WireValueTests
{
    // Near misses of a date and of an amount, and anything at all.
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 14], Gen.Int[0, 33], static (year, month, day) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}")),
        Gen.String[Gen.Char["0123456789-"], 8, 11],
        Gen.String[Gen.Char["0123456789.-+, eE"], 0, 32],
        Gen.Select(Gen.String[Gen.Char["0123456789"], 0, 20], Gen.String[Gen.Char["0123456789"], 0, 20], Gen.OneOf("", "."), static (whole, parts, point) => whole + point + parts),
        Gen.String[Gen.Char["٣0123456789-ı."], 0, 12]);

    [Fact]
    public void A_date_is_what_the_library_reads_by_the_pattern() => Texts.Sample(
        text =>
        {
            var isRead = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            Assert.Equal(isRead ? day : null, DateField.Parse(text).Value);
            Assert.Equal(isRead, DateField.TryRead(Encoding.UTF8.GetBytes(text), out var read));
            Assert.Equal(isRead ? DateField.Of(day) : DateField.Absent, read);
        },
        iter: 20_000);

    [Fact]
    public void An_amount_is_the_same_out_of_text_and_out_of_bytes() => Texts.Sample(
        text =>
        {
            var amount = AmountField.Parse(text);
            Assert.Equal(amount.Value is not null, AmountField.TryRead(Encoding.UTF8.GetBytes(text), out var read));
            Assert.Equal(amount.Value is null ? string.Empty : amount.ToString(), read.ToString());
            Assert.True(decimal.GetBits(amount.OrZero).SequenceEqual(decimal.GetBits(read.OrZero)));
        },
        iter: 20_000);
}
