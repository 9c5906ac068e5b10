using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>FIS012: a voucher with several documents becomes an entry for each, where the lines of every document balance by themselves.</summary>
internal sealed class SplitByDocument : SplitRepair
{
    public override string Code => "FIS012";

    protected override IReadOnlyList<IReadOnlyList<int>>? Divide(VoucherFacts voucher, RepairContext context)
    {
        // The ERP says that the voucher holds many documents in one of the permitted ways: those stay together.
        if (!string.IsNullOrWhiteSpace(voucher.Voucher.Grouping?.Kind))
            return null;
        var labels = new string?[voucher.Lines.Length];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = DocumentKey.Of(voucher.Lines[i].Document)?.ToString();
        return LineGroups.Divide(voucher, labels, byDocument: true);
    }

    protected override string Why(int parts) =>
        $"Fişte {parts} ayrı belge var ve her belgenin satırları kendi içinde denk; fiş, belge başına bir madde olmak üzere {parts} yevmiye maddesine ayrıştırılır. Satırlara dokunulmaz, fişin aslı korunur.";
}
