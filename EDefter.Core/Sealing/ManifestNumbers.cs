using System.Globalization;
using EDefter.Core.Journal;

namespace EDefter.Core.Sealing;

/// <summary>Numbers, control totals and chain of the month, as in <see cref="Numbering"/>; amounts are lira as text with a point.</summary>
public sealed record ManifestNumbers(long First, long Last, long FirstLine, long LastLine, long Vouchers, long Lines, string Debit, string Credit, string Order, string Previous, string Chain)
{
    public static ManifestNumbers Of(Numbering numbers) => new(
        numbers.First,
        numbers.Last,
        numbers.FirstLine,
        numbers.LastLine,
        numbers.Vouchers,
        numbers.Lines,
        numbers.Debit.ToString("0.00", CultureInfo.InvariantCulture),
        numbers.Credit.ToString("0.00", CultureInfo.InvariantCulture),
        numbers.Order,
        numbers.Previous,
        numbers.Chain);
}
