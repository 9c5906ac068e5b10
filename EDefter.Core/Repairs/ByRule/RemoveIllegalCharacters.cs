using EDefter.Core.Rules;
using EDefter.Core.Text;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>MET001: characters that no XML 1.0 file can carry are taken out. Account codes and ids are left to a person: they would name another account.</summary>
internal sealed class RemoveIllegalCharacters : Repair
{
    public override string Code => "MET001";

    public override RepairClass Class => RepairClass.A;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context) =>
        TextFields.Mend(voucher, finding, Remove, "e-Defter dosyasında bulunamayacak, gözle görülmeyen karakterler çıkarılır; iki sözcüğün arasındaki satır sonu işaretinin yerine boşluk konur.");

    // In a text that was read in the wrong encoding, control characters from U+0080 on are halves of its letters: MET005 reads them, and nothing may be taken out before.
    private static string Remove(string text) => Mojibake.Reading(text) is null ? LegalText.Remove(text) : text;
}
