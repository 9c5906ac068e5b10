namespace EDefter.Functions.Sample;

/// <summary>Faults of texts.</summary>
internal static class TextPlanters
{
    public static IEnumerable<Planter> All =>
    [
        InComment("MET001", "Fiş açıklamasında denetim karakteri var", text => text + "\u0007", "bank"),
        InDescription("MET001", "Satır açıklamasında eşi olmayan vekil karakter var", text => "\ud83d" + text, "sales-invoice"),
        InComment("MET001", "Fiş açıklamasında denetim karakteri var", text => text.Replace(' ', '\u000b'), "purchase-invoice"),
        InComment("MET004", "Fiş açıklaması boşlukla bitiyor", text => text + " ", "cash-expense"),
        InDescription("MET004", "Satır açıklamasında çift boşluk var", text => text.Replace(" ", "  ", StringComparison.Ordinal), "bank"),
        InComment("MET004", "Fiş açıklamasında bölünmez boşluk var", text => text.Replace(' ', '\u00a0'), "purchase-invoice"),
    ];

    private static Planter InComment(string rule, string description, Func<string, string> spoil, string module) => new(
        rule,
        description,
        voucher => voucher.Module == module && voucher.Grouping is null,
        voucher => voucher with { Comment = spoil(voucher.Comment!) },
        Plant.Head);

    private static Planter InDescription(string rule, string description, Func<string, string> spoil, string module) => new(
        rule,
        description,
        voucher => voucher.Module == module && voucher.Lines[0].Description!.Contains(' ', StringComparison.Ordinal),
        voucher => voucher.Line(1, line => line with { Description = spoil(line.Description!) }),
        Plant.First);
}
