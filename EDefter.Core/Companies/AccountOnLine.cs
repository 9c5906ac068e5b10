using System.Runtime.InteropServices;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Companies;

/// <summary>How a line uses its account.</summary>
/// <param name="Account">Full code; empty where the line names none.</param>
/// <param name="MainAccount">Code of its main account.</param>
/// <param name="AccountName">As written on the line.</param>
/// <param name="MainAccountName">As written on the line.</param>
/// <param name="Day">Day of the voucher; null when it has no readable date.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AccountOnLine(string Account, string MainAccount, string? AccountName, string? MainAccountName, DateOnly? Day)
{
    /// <param name="line">The line.</param>
    /// <param name="mainAccount">Its main account.</param>
    /// <param name="day">Day of its voucher.</param>
    public static AccountOnLine Of(VoucherLine line, string mainAccount, DateOnly? day) => new(line.Account ?? string.Empty, mainAccount, line.AccountName, line.MainAccountName, day);
}
