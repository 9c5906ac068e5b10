namespace EDefter.Core.Formats;

/// <summary>What a field holds, and so what a writer may do to it.</summary>
public enum FieldNature
{
    /// <summary>Identifies something (an account, a document, a voucher): written exactly or refused, never adapted.</summary>
    Code,

    /// <summary>Explains something: a profile may replace a separator or a character that its encoding lacks.</summary>
    Text,

    /// <summary>One of a few values; the profile says the words.</summary>
    Word,

    /// <summary>A count or running number.</summary>
    Integer,

    /// <summary>Lira, two decimals.</summary>
    Amount,

    /// <summary>A foreign amount or a rate: every digit is kept.</summary>
    Decimal,

    Date,
}
