namespace EDefter.Core.Formats.Workbook;

/// <summary>Which numbers a workbook's readers keep: they hold them as binary floating point of fifteen digits, and beyond those a cent is lost without a word.</summary>
internal static class KeptDigits
{
    private const decimal NumberMax = 999_999_999_999_999m;

    /// <summary>Every digit of the number survives.</summary>
    public static bool HasAll(decimal value)
    {
        var magnitude = Math.Abs(value);
        for (var scale = value.Scale; scale > 0 && magnitude <= NumberMax; scale--)
            magnitude *= 10;
        // Zeros at the end carry nothing: 1000.000000000000 is four digits.
        while (magnitude > NumberMax && magnitude % 10 == 0)
            magnitude /= 10;
        return magnitude <= NumberMax && decimal.IsInteger(magnitude);
    }
}
