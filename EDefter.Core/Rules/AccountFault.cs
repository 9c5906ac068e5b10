using System.Runtime.InteropServices;

namespace EDefter.Core.Rules;

/// <summary>A faulty account with the first line that uses it, by date and ERP id, so that the order of arrival does not show.</summary>
/// <param name="Account">Account code.</param>
/// <param name="Reason">What is wrong, where the rule knows several faults.</param>
/// <param name="Lines">Lines of the book that use it.</param>
/// <param name="Date">Date of the first voucher that uses it.</param>
/// <param name="VoucherId">Its ERP id.</param>
/// <param name="VoucherNumber">Its fiş no.</param>
/// <param name="Line">1-based line in it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AccountFault(string Account, string Reason, int Lines, DateOnly? Date, string VoucherId, string? VoucherNumber, int Line)
{
    /// <summary>One more line uses the account; the earlier of the two is kept as the example.</summary>
    public AccountFault With(VoucherFacts voucher, in LineFacts line)
    {
        var byDate = Nullable.Compare(voucher.Date, Date);
        var isEarlier = byDate < 0 || (byDate == 0 && string.CompareOrdinal(voucher.Voucher.Id, VoucherId) < 0);
        return isEarlier
            ? this with { Lines = Lines + 1, Date = voucher.Date, VoucherId = voucher.Voucher.Id, VoucherNumber = voucher.Voucher.Number, Line = line.PlaceInVoucher }
            : this with { Lines = Lines + 1 };
    }
}
