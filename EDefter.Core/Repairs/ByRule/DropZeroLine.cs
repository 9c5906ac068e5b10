using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>SAT001: a line without an amount is left out, where the voucher keeps two lines with amounts, balances, and loses no document.</summary>
internal sealed class DropZeroLine : Repair
{
    private const int LinesMin = 2;

    public override string Code => "SAT001";

    public override RepairClass Class => RepairClass.A;

    public override bool IsStructural => true;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (LineOf(voucher, finding) is not { Debit: 0, Credit: 0, Readable: true } line || voucher.Debit != voucher.Credit)
            return null;
        // A document, a foreign amount or a VAT line that refers here would disappear with the line.
        if (line.Line.Document is { IsEmpty: false } || line.Line.Original is { Amount.OrZero: not 0 } || IsReferredTo(voucher, line))
            return null;
        return CountWithAmount(voucher) >= LinesMin
            ? Proposal.Of(new Edit(ChangeKind.SplitLine, line.Number, Edit.LinesField, After: null, "Satırın tutarı sıfır; deftere alınmaz. Fişin toplamları değişmez."))
            : null;
    }

    private static int CountWithAmount(VoucherFacts voucher)
    {
        var count = 0;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.Debit != 0 || line.Credit != 0)
                count++;
        }

        return count;
    }

    private static bool IsReferredTo(VoucherFacts voucher, in LineFacts zero)
    {
        if (string.IsNullOrEmpty(zero.Line.Id))
            return false;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (string.Equals(line.Line.BaseLine, zero.Line.Id, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
