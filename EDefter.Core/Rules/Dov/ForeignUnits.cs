namespace EDefter.Core.Rules.Dov;

/// <summary>How foreign amounts and rates are written.</summary>
internal static class ForeignUnits
{
    // Rates are published with four decimals and lose their trailing zeros on the way; a rate of "36.5" is not one rounded to a tenth.
    private const int DecimalsMin = 2;

    // Beyond this a product would leave the range of a decimal; such a number is a slip that no rounding explains.
    private const decimal SensibleMax = 1_000_000_000_000m;

    /// <summary>Half a unit of the last decimal that was written.</summary>
    public static decimal HalfLastDigit(decimal value) => new(5, 0, 0, isNegative: false, (byte)(Math.Clamp((int)value.Scale, DecimalsMin, 27) + 1));

    public static bool IsSensible(decimal value) => value is > -SensibleMax and < SensibleMax;

    /// <summary>Currencies that the central bank quotes for a hundred units, and many programs with it.</summary>
    public static bool IsQuotedByHundred(string currency) => currency is "JPY" or "IRR";
}
