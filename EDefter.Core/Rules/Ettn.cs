namespace EDefter.Core.Rules;

/// <summary>The UUID of an e-document (ETTN), however a program writes it: with dashes, in braces or parentheses, or as 32 digits in a row.</summary>
internal static class Ettn
{
    private const int Digits = 32;

    /// <returns>Null for a text that is none. 32 decimal digits are the number of some bank or machine.</returns>
    public static Guid? Parse(string? text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length < Digits || (trimmed.Length == Digits && trimmed.IndexOfAnyExceptInRange('0', '9') < 0))
            return null;
        foreach (var format in (ReadOnlySpan<string>)["D", "N", "B", "P"])
        {
            if (Guid.TryParseExact(trimmed, format, out var ettn))
                return ettn;
        }

        return null;
    }
}
