using System.Runtime.InteropServices;
using EDefter.Core.Rules.Aggregates;

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
    public AccountFault With(VoucherFacts voucher, in LineFacts line) =>
        With(new AccountFault(Account, Reason, Lines: 1, voucher.Date, voucher.Voucher.Id, voucher.Voucher.Number, line.PlaceInVoucher));

    /// <summary>The same fault as others saw it too.</summary>
    public AccountFault With(AccountFault other)
    {
        var byDate = Nullable.Compare(other.Date, Date);
        var isEarlier = byDate < 0 || (byDate == 0 && string.CompareOrdinal(other.VoucherId, VoucherId) < 0);
        return (isEarlier ? other : this) with { Lines = Lines + other.Lines };
    }

    internal void Save(BinaryWriter writer)
    {
        writer.Write(Account);
        writer.Write(Reason);
        writer.Write(Lines);
        writer.Write(Date is not null);
        writer.WriteDay(Date ?? default);
        writer.Write(VoucherId);
        writer.WriteText(VoucherNumber);
        writer.Write(Line);
    }

    internal static AccountFault Read(BinaryReader reader)
    {
        var (account, reason, lines) = (reader.ReadString(), reader.ReadString(), reader.ReadInt32());
        var isDated = reader.ReadBoolean();
        var date = reader.ReadDay();
        return new AccountFault(account, reason, lines, isDated ? date : null, reader.ReadString(), reader.ReadText(), reader.ReadInt32());
    }
}
