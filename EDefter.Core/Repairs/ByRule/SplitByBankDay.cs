using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>BEL021: a bank voucher of several banks or days becomes an entry for each bank and day, where each balances.</summary>
internal sealed class SplitByBankDay : SplitRepair
{
    private const string Banks = "102";

    public override string Code => "BEL021";

    protected override IReadOnlyList<IReadOnlyList<int>>? Divide(VoucherFacts voucher, RepairContext context)
    {
        var labels = new string?[voucher.Lines.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            ref readonly var line = ref voucher.Lines[i];
            if (line.MainAccount == Banks)
                labels[i] = $"{line.Line.Account}|{line.Document?.Date.Value ?? line.Line.PostingDate.Value ?? voucher.Date:yyyy-MM-dd}";
        }

        // One slip for several banks is no slip of any of them: then only the balance tells which lines belong together.
        return LineGroups.Divide(voucher, labels, byDocument: true) ?? LineGroups.Divide(voucher, labels, byDocument: false);
    }

    protected override string Why(int parts) =>
        $"Banka fişi tek banka ve tek gün olmalıdır; fiş, banka ve gün başına bir madde olmak üzere {parts} yevmiye maddesine ayrıştırılır. Satırlara dokunulmaz, fişin aslı korunur.";
}
