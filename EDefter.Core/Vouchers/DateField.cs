using System.Globalization;

namespace EDefter.Core.Vouchers;

/// <summary>A date as it was sent: absent, a calendar day (yyyy-MM-dd), or raw text that is none (rule TAR003).</summary>
public readonly record struct DateField
{
    // Invariant: at most one of Value and Raw is set; both unset means absent.
    private DateField(DateOnly? value, string? raw)
    {
        Value = value;
        Raw = raw;
    }

    public static DateField Absent => default;

    /// <summary>The day, when it could be read.</summary>
    public DateOnly? Value { get; }

    /// <summary>What was sent, when it is no date.</summary>
    public string? Raw { get; }

    public bool IsAbsent => Value is null && Raw is null;

    public static DateField Of(DateOnly value) => new(value, raw: null);

    /// <summary>Reads yyyy-MM-dd and nothing else; a time or another order of the parts stays raw.</summary>
    public static DateField Parse(string text)
    {
        if (text.Length == 0)
            return Absent;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Of(day)
            : new DateField(value: null, text);
    }

    /// <summary>What stands on the wire and in a canonical voucher.</summary>
    public override string ToString() => Raw ?? Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;
}
