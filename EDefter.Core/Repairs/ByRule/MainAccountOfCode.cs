using EDefter.Core.Companies;
using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>HES004: the first three digits of the code, where the Tekdüzen Hesap Planı knows them. The account code itself is not touched.</summary>
internal sealed class MainAccountOfCode : Repair
{
    private const int Digits = 3;

    public override string Code => "HES004";

    public override RepairClass Class => RepairClass.B;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (LineOf(voucher, finding) is not { Line.Account: { Length: >= Digits } account } line || UniformChart.Find(account[..Digits]) is not { } main)
            return null;
        return new Proposal([Edit.Set(line.Number, "mainAccount", main.Code, $"{account} kodunun ilk üç hanesi olan {main.Code} ({main.Name}), ana hesap kodu olarak yazılır.")])
        {
            Reads = [new FieldPlace(line.Number, "account")],
        };
    }
}
