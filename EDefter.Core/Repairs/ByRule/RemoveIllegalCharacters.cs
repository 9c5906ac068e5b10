using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>MET001: characters that no XML 1.0 file can carry are taken out. Account codes and ids are left to a person: they would name another account.</summary>
internal sealed class RemoveIllegalCharacters : Repair
{
    public override string Code => "MET001";

    public override RepairClass Class => RepairClass.A;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context) =>
        TextFields.Mend(voucher, finding, LegalText.Remove, "e-Defter dosyasında bulunamayacak, gözle görülmeyen karakterler çıkarılır; iki sözcüğün arasındaki satır sonu işaretinin yerine boşluk konur.");
}
