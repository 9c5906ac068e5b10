using EDefter.Core.Rules;
using EDefter.Core.Text;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>TAR004: a line is posted on its voucher's day (yevmiye schematron 199).</summary>
internal sealed class DateOfVoucher : Repair
{
    public override string Code => "TAR004";

    public override RepairClass Class => RepairClass.B;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (voucher.Date is not { } date || LineOf(voucher, finding) is not { } line)
            return null;
        return new Proposal([Edit.Set(line.Number, "postingDate", voucher.Voucher.Date.ToString(), $"Satır, fişin günü olan {TurkishText.Date(date)} tarihine kaydedilir.")])
        {
            Reads = [new FieldPlace(Line: null, "date")],
        };
    }
}
