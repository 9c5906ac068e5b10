using System.Globalization;
using System.Numerics;

namespace EDefter.Core.Vouchers;

/// <summary>
/// An amount as it was sent: absent, readable (its digits kept, so 1000.00 stays 1000.00), or raw text that is no number.
/// Unit: the currency of the place it stands in (Turkish lira in a debit or credit).
/// </summary>
public readonly record struct AmountField
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private const int ShortDigitsMax = 18;

    // Invariant: 0 unless the text is empty. A nullable number beside the text would make every line, which has three amounts, a tenth larger.
    private readonly decimal amount;

    // Null when nothing was sent, empty when it is the amount, else what was sent.
    private readonly string? text;

    private AmountField(decimal amount, string text)
    {
        this.amount = amount;
        this.text = text;
    }

    /// <summary>No amount was sent.</summary>
    public static AmountField Absent => default;

    /// <summary>The amount, when it could be read exactly.</summary>
    public decimal? Value => text is { Length: 0 } ? amount : null;

    /// <summary>What was sent, when it could not be read as a number (rule SAT005).</summary>
    public string? Raw => text is { Length: > 0 } ? text : null;

    /// <summary>Neither a number nor a text was sent.</summary>
    public bool IsAbsent => text is null;

    /// <summary>The amount, or zero where none can be read.</summary>
    public decimal OrZero => amount;

    public static AmountField Of(decimal value) => new(value, string.Empty);

    /// <summary>
    /// Reads plain decimal notation with a point and at most 28 significant digits. Anything else (an exponent, a comma, a group
    /// separator, more digits than can be kept) stays raw: separators are never guessed.
    /// </summary>
    public static AmountField Parse(string text)
    {
        if (text.Length == 0)
            return Absent;
        return IsPlain<char>(text) && decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var value) ? Of(value) : new AmountField(amount: 0, text);
    }

    /// <summary>As <see cref="Parse"/>, of what can be read, out of UTF-8.</summary>
    /// <returns>False when the text is empty or stays raw.</returns>
    public static bool TryRead(ReadOnlySpan<byte> utf8, out AmountField amount)
    {
        amount = TryReadShort(utf8, out var value) || (IsPlain(utf8) && decimal.TryParse(utf8, Plain, CultureInfo.InvariantCulture, out value)) ? Of(value) : Absent;
        return !amount.IsAbsent;
    }

    /// <summary>What stands on the wire and in a canonical voucher.</summary>
    public override string ToString() => Raw ?? Value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    // What nearly every amount is: digits and perhaps a point, few enough to be counted in a long. The library takes ten times as long for any of its styles.
    private static bool TryReadShort(ReadOnlySpan<byte> utf8, out decimal value)
    {
        value = 0;
        var point = utf8.IndexOf((byte)'.');
        var digits = utf8.Length - (point < 0 ? 0 : 1);
        if (digits is 0 or > ShortDigitsMax)
            return false;
        var number = 0L;
        for (var i = 0; i < utf8.Length; i++)
        {
            if (i == point)
                continue;
            if (!char.IsAsciiDigit((char)utf8[i]))
                return false;
            number = (number * 10) + (utf8[i] - '0');
        }

        value = new decimal((int)number, (int)(number >> 32), hi: 0, isNegative: false, (byte)(point < 0 ? 0 : utf8.Length - point - 1));
        return true;
    }

    private static bool IsPlain<T>(ReadOnlySpan<T> text)
        where T : IBinaryInteger<T>
    {
        var digits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = (char)ushort.CreateTruncating(text[i]);
            if (char.IsAsciiDigit(c))
                digits++;
            else if (!(c == '.' || (c == '-' && i == 0)))
                return false;
        }

        return digits is > 0 and <= 28;
    }
}
