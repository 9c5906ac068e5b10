using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats;

/// <summary>How a profile writes the values that are not free text.</summary>
public sealed record ValueFormat
{
    /// <summary>yyyy, MM and dd once each, with <c>- . /</c> or nothing between. A workbook writes real dates and does not use it, unless its cells are text.</summary>
    public string DateFormat { get; init; } = "yyyy-MM-dd";

    /// <summary>What stands before and after every date that is there: <c>="</c> and <c>"</c> keep a spreadsheet from reading it as a number.</summary>
    public string DateBefore { get; init; } = string.Empty;

    public string DateAfter { get; init; } = string.Empty;

    public char DecimalSeparator { get; init; } = '.';

    /// <summary>Decimals of an amount in lira. Two, or zero-padded beyond; never fewer than the amount has.</summary>
    public int AmountDigits { get; init; } = 2;

    /// <summary>What stands for an empty value where the column does not say its own word.</summary>
    public string Empty { get; init; } = string.Empty;

    public string DebitWord { get; init; } = "D";

    public string CreditWord { get; init; } = "C";

    /// <summary>All eight types.</summary>
    public required IReadOnlyDictionary<DocumentType, string> DocumentTypes { get; init; }

    /// <summary>What stands in the type's description where the line has none: for types that share a word with another (a shipment written as "other").</summary>
    public IReadOnlyDictionary<DocumentType, string> DocumentTypeNames { get; init; } = new Dictionary<DocumentType, string>();

    /// <summary>All five kinds.</summary>
    public required IReadOnlyDictionary<VoucherKind, string> VoucherKinds { get; init; }

    /// <summary>Branch code → what the format writes for it; a branch that is not here is written as it is.</summary>
    public required IReadOnlyDictionary<string, string> Branches { get; init; }
}
