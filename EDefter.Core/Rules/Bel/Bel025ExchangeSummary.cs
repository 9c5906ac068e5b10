using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>The summary of foreign currency purchase or sale documents without its number or date. Told once a voucher.</summary>
public sealed class Bel025ExchangeSummary : VoucherRule
{
    private const string Summary = "ICMALI";

    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL025",
        Severity = Severity.Warning,
        RepairClass = RepairClass.B,
        Message = "Döviz alım/satım belgeleri icmalinin {eksik} yok: {fisNo}.",
        Remedy = "İcmale hesap dönemi içinde sıra numarası verip numarasını ve tarihini ERP’de girin.",
        Source = "GİB e-Defter Uygulama Kılavuzu 18 (döviz ve kıymetli maden alım/satım belgeleri icmali)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.GroupingIn(context.Pack) is not GroupingKind.Fx || !IsSummary(context.Pack, voucher))
            return;
        var (number, date) = Lacks(voucher);
        if (number || date)
            findings.Add(this, voucher, line: null, "document", ("eksik", number && date ? "numarası ve tarihi" : number ? "numarası" : "tarihi"), ("fisNo", voucher.Name));
    }

    /// <summary>The voucher books a summary, not one operation on its own document: the ERP's word, or the document's name.</summary>
    private static bool IsSummary(RulePack pack, VoucherFacts voucher)
    {
        if (Groupings.Declared(pack, voucher) is GroupingKind.Fx)
            return true;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.Document?.TypeDescription is { } name && TurkishWordComparer.Fold(name).EndsWith(Summary, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // A line that cites the summary needs both; where no line cites any, both are missing.
    private static (bool Number, bool Date) Lacks(VoucherFacts voucher)
    {
        bool number = false, date = false, cites = false;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.Document is not { } document)
                continue;
            cites = true;
            number |= string.IsNullOrWhiteSpace(document.Number);
            date |= document.Date.IsAbsent;
        }

        return cites ? (number, date) : (true, true);
    }
}
