using System.Globalization;
using EDefter.Core.Reading.Tables;

namespace EDefter.Core.Sealing.Comparison;

/// <summary>Says what was done to a cell. Pure: two cells in, one word out.</summary>
internal static class CellDamage
{
    // Table programs keep fifteen digits of a number.
    private const int DigitsKept = 15;

    /// <summary>Null when the cells say the same.</summary>
    public static DifferenceKind? Between(in TableCell expected, in TableCell found)
    {
        if (IsSame(expected, found))
            return null;
        if (found.IsEmpty)
            return DifferenceKind.CellEmptied;
        if (expected.IsEmpty)
            return DifferenceKind.CellChanged;
        if (expected.Form == CellForm.Text && found.Form == CellForm.Text && Mojibake.Is(expected.Text, found.Text))
            return DifferenceKind.EncodingDamaged;
        return OfDay(expected, found) ?? OfNumber(expected, found) ?? OfDateLike(expected, found) ?? OfText(expected, found);
    }

    public static bool IsSame(in TableCell left, in TableCell right)
    {
        if (left.Form != right.Form)
            return false;
        if (left.Text == right.Text)
            return true;
        return left.Form is CellForm.Number or CellForm.Date
            && decimal.TryParse(left.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var one) && decimal.TryParse(right.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var other) && one == other;
    }

    private static DifferenceKind? OfDay(in TableCell expected, in TableCell found)
    {
        if (CellDay.Of(expected) is not { } day)
            return null;
        if (found.Form != CellForm.Date && CellDay.IsNumberOf(found.Text, day))
            return DifferenceKind.DateToNumber;
        if (!CellDay.Says(found, day))
            return null;
        return expected.Form == CellForm.Text && found.Form == CellForm.Date ? DifferenceKind.TextToDate : DifferenceKind.DateReformatted;
    }

    private static DifferenceKind? OfNumber(in TableCell expected, in TableCell found)
    {
        if (expected.Form is not (CellForm.Text or CellForm.Number) || found.Form is not (CellForm.Text or CellForm.Number))
            return null;
        if (CellNumber.Read(expected.Text) is not { } before || CellNumber.Read(found.Text) is not { } after)
            return null;
        if (IsShortened(expected.Text, before, found, after))
            return DifferenceKind.NumberShortened;
        if (!before.IsEqualTo(after))
            return null;
        if (HasLeadingZero(expected.Text) && found.Text.Length < expected.Text.Length && before.Decimals == after.Decimals)
            return DifferenceKind.LeadingZeroLost;
        // 5E3 is a code; only a program that takes it for a number writes 5000.
        if (before.ShownDigits is not null)
            return DifferenceKind.TextToNumber;
        if (expected.Form != found.Form)
            return expected.Form == CellForm.Text ? DifferenceKind.TextToNumber : DifferenceKind.NumberToText;
        if (before.Mark != after.Mark && after.Mark != '\0' && before.Mark != '\0')
            return DifferenceKind.DecimalSeparatorChanged;
        return before.Value == after.Value && after.Decimals < before.Decimals ? DifferenceKind.TrailingZeroLost : DifferenceKind.DecimalSeparatorChanged;
    }

    private static bool IsShortened(string expected, in CellNumber before, in TableCell found, in CellNumber after)
    {
        if (after.ShownDigits is { } digits && before.ShownDigits is null)
        {
            // What the exponent hides is at most one unit of the last digit shown.
            var unit = UnitOf(after.Value, digits);
            return before.Value == after.Value ? found.Form == CellForm.Text : Math.Abs(before.Value - after.Value) <= unit;
        }

        if (before.Value == after.Value || before.MayBe(after.Value))
            return false;
        if (after.Decimals < before.Decimals && before.Decimals <= 28 && Math.Round(before.Value, after.Decimals, MidpointRounding.AwayFromZero) == after.Value)
            return true;
        var significant = expected.TrimStart('0');
        return significant.Length > DigitsKept && significant.All(char.IsAsciiDigit) && found.Text.Length == significant.Length
            && found.Text.AsSpan(0, DigitsKept - 1).SequenceEqual(significant.AsSpan(0, DigitsKept - 1)) && found.Text.AsSpan(DigitsKept).Trim('0').IsEmpty;
    }

    private static decimal UnitOf(decimal value, int digits)
    {
        var magnitude = Math.Abs(value);
        var unit = 1m;
        while (magnitude >= 10 && unit < 1e27m)
        {
            magnitude /= 10;
            unit *= 10;
        }

        for (var i = 1; i < digits; i++)
            unit /= 10;
        return unit;
    }

    private static bool HasLeadingZero(string text) => text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]);

    private static DifferenceKind? OfDateLike(in TableCell expected, in TableCell found)
    {
        if (expected.Form == CellForm.Text && found.Form == CellForm.Date)
            return DifferenceKind.TextToDate;
        return expected.Form == CellForm.Text && found.Form == CellForm.Text && CellDay.InvitesDate(expected.Text) && CellDay.LooksLikeDate(found.Text) && CellDay.Of(expected) is null ? DifferenceKind.TextToDate : null;
    }

    private static DifferenceKind OfText(in TableCell expected, in TableCell found) =>
        expected.Form == CellForm.Text && found.Form == CellForm.Text && WithoutSpaces(expected.Text).SequenceEqual(WithoutSpaces(found.Text)) ? DifferenceKind.SpacesChanged : DifferenceKind.CellChanged;

    private static IEnumerable<char> WithoutSpaces(string text) => text.Where(c => !char.IsWhiteSpace(c));
}
