namespace EDefter.Core.Vouchers;

/// <summary>The words of the wire for <see cref="GroupingKind"/>.</summary>
public static class GroupingKinds
{
    /// <returns>The kind, or null when the text is none of the eight words.</returns>
    public static GroupingKind? Parse(string? text) => text switch
    {
        "invoices" => GroupingKind.Invoices,
        "bankDay" => GroupingKind.BankDay,
        "zReport" => GroupingKind.ZReport,
        "retail" => GroupingKind.Retail,
        "partnerBordro" => GroupingKind.PartnerBordro,
        "payroll" => GroupingKind.Payroll,
        "fx" => GroupingKind.Fx,
        "eArchive" => GroupingKind.EArchive,
        _ => null,
    };
}
