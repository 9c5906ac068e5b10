using System.Globalization;
using CsCheck;
using EDefter.Core.Rules;
using Xunit;

namespace EDefter.Tests.Rules;

public sealed class EDocumentNumberTests
{
    private const string Series = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static readonly Gen<(string Number, int Year)> Right =
        from series in Gen.Int[0, Series.Length - 1].Array[3]
        from year in Gen.Int[2000, 2099]
        from serial in Gen.Int[0, 999_999_999]
        select (string.Create(CultureInfo.InvariantCulture, $"{Series[series[0]]}{Series[series[1]]}{Series[series[2]]}{year:D4}{serial:D9}"), year);

    [Fact]
    public void A_right_number_has_no_fault_and_shows_its_year() => Right.Sample(static right =>
    {
        Assert.True(EDocumentNumber.IsRight(right.Number));
        Assert.Equal(EDocumentFault.None, EDocumentNumber.FaultOf(right.Number, right.Year));
        Assert.Equal(EDocumentFault.None, EDocumentNumber.FaultOf(right.Number, year: null));
        Assert.Equal(EDocumentFault.Year, EDocumentNumber.FaultOf(right.Number, right.Year + 1));
        Assert.Equal(right.Year.ToString(CultureInfo.InvariantCulture), EDocumentNumber.YearOf(right.Number));
    });

    [Fact]
    public void A_lost_or_doubled_digit_is_told_by_its_length() => Gen.Select(Right, Gen.Int[7, 15]).Sample(static (right, at) =>
    {
        var hasLetter = right.Number.Take(3).Any(char.IsLetter);
        Assert.Equal(hasLetter ? EDocumentFault.Length : EDocumentFault.None, EDocumentNumber.FaultOf(right.Number.Remove(at, 1), right.Year));
        Assert.Equal(hasLetter ? EDocumentFault.Length : EDocumentFault.None, EDocumentNumber.FaultOf(right.Number.Insert(at, "0"), right.Year));
    });

    [Fact]
    public void Separators_between_its_parts_are_told() => Gen.Select(Right, Gen.Int[0, 4].Select(static i => " -/._"[i])).Sample(static (right, separator) =>
    {
        Assert.Equal(EDocumentFault.Separators, EDocumentNumber.FaultOf($"{right.Number[..3]}{separator}{right.Number[3..7]}{separator}{right.Number[7..]}", right.Year));
        Assert.Equal(EDocumentFault.Separators, EDocumentNumber.FaultOf($"{right.Number[..7]}{separator}{right.Number[7..]}", right.Year));
    });

    [Theory]
    [InlineData("A-123456")]
    [InlineData("INV20250001234")]
    [InlineData("RE-2025-000123")]
    [InlineData("2025/000000000123")]
    [InlineData("1234567890123456")]
    [InlineData("SERIAL-NO-000123")]
    [InlineData("ABC1999000000001")]
    [InlineData("f47ac10b-58cc-4372-a567-0e02b2c3d479")]
    [InlineData("")]
    [InlineData("ABC202500000000012")]
    [InlineData("ABC20250000000X01")]
    [InlineData("ABC202300000001")]
    [InlineData("ABC-2025-000-000-00-1")]
    public void What_does_not_look_like_one_is_let_alone(string number) => Assert.Equal(EDocumentFault.None, EDocumentNumber.FaultOf(number, 2025));

    [Theory]
    [InlineData("abc2025000000001")]
    [InlineData("ÇBC2025000000001")]
    [InlineData("ABC202500000000O")]
    [InlineData("ABC2025X00000001")]
    public void Sixteen_characters_that_begin_as_one_are_told(string number) => Assert.Equal(EDocumentFault.Shape, EDocumentNumber.FaultOf(number, 2025));

    [Theory]
    [InlineData("ABC-2025-000-000-001", EDocumentFault.Separators)]
    [InlineData("ABC202400000001", EDocumentFault.Length)]
    [InlineData("ABC202600000001", EDocumentFault.Length)]
    public void Four_separators_and_the_year_beside_are_still_meant_for_one(string number, EDocumentFault fault) => Assert.Equal(fault, EDocumentNumber.FaultOf(number, 2025));
}
