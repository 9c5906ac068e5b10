using EDefter.Core.Rules;
using EDefter.Core.Text;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>MET005: the text is read again in the encoding it came from, where its bytes prove exactly one reading.</summary>
internal sealed class ReadAgain : Repair
{
    public override string Code => "MET005";

    public override RepairClass Class => RepairClass.B;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context) =>
        TextFields.Mend(voucher, finding, static text => Mojibake.Reading(text) is { } reading ? LegalText.Remove(reading) : text, "Metin aktarılırken yanlış karakter kodlamasıyla okunmuş; baytları doğru okunuşu kanıtlıyor.");
}
