using System.Text.Json;

namespace EDefter.Core.Reading.Profiles;

/// <summary>Natures of the members that columns are read into.</summary>
public static class ReadingMembers
{
    public static IReadOnlyList<ReadingMember> All { get; } = Enum.GetValues<ReadingMember>();

    /// <summary>Its name in a reading profile.</summary>
    public static string NameOf(this ReadingMember member) => JsonNamingPolicy.CamelCase.ConvertName(member.ToString());

    /// <summary>One value for the whole voucher.</summary>
    public static bool IsOfVoucher(this ReadingMember member) => member <= ReadingMember.GroupingBank;

    public static bool IsOfAccount(this ReadingMember member) => member >= ReadingMember.AccountCode;

    public static bool IsDate(this ReadingMember member) => member is ReadingMember.Date or ReadingMember.VoucherDocumentDate or ReadingMember.GroupingFrom or ReadingMember.GroupingTo
        or ReadingMember.PostingDate or ReadingMember.DocumentDate or ReadingMember.RateDate or ReadingMember.AccountActiveFrom or ReadingMember.AccountActiveTo;

    public static bool IsAmount(this ReadingMember member) =>
        member is ReadingMember.Debit or ReadingMember.Credit or ReadingMember.Amount or ReadingMember.OriginalAmount or ReadingMember.Rate or ReadingMember.VatRate;
}
