using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>BEL022: a cheque or note bordro of several partners becomes an entry for each partner, where each balances.</summary>
internal sealed class SplitByPartner : SplitRepair
{
    public override string Code => "BEL022";

    protected override IReadOnlyList<IReadOnlyList<int>>? Divide(VoucherFacts voucher, RepairContext context)
    {
        var labels = new string?[voucher.Lines.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            var partner = voucher.Lines[i].Line.Partner;
            labels[i] = FirstFilled(partner?.TaxId, partner?.Name);
        }

        // A cheque has a number of its own; where the whole bordro is the document, only the balance tells which lines belong together.
        return LineGroups.Divide(voucher, labels, byDocument: true) ?? LineGroups.Divide(voucher, labels, byDocument: false);
    }

    protected override string Why(int parts) =>
        $"Çek/senet bordrosu tek alıcıya ya da satıcıya ait olmalıdır; fiş, cari başına bir madde olmak üzere {parts} yevmiye maddesine ayrıştırılır. Satırlara dokunulmaz, fişin aslı korunur.";

    private static string? FirstFilled(string? first, string? second) =>
        !string.IsNullOrWhiteSpace(first) ? first.Trim() : string.IsNullOrWhiteSpace(second) ? null : second.Trim();
}
