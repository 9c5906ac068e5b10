using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>FIS010: the user of the ERP's audit trail, else the name that the company has set (GİB Kılavuz 15 allows a system's name).</summary>
internal sealed class FillEnteredBy : Repair
{
    private const int CharactersMin = 2;

    public override string Code => "FIS010";

    public override RepairClass Class => RepairClass.A;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (Usable(voucher.Voucher.EnteredByUser) is { } user)
        {
            return Proposal.Of(Edit.Set(line: null, "enteredBy", user, "Fişi giren boş ya da iki karakterden kısa; ERP denetim kaydındaki kullanıcı yazılır.")) with
            {
                Reads = [new FieldPlace(Line: null, "enteredByUser")],
            };
        }

        return Usable(context.Policy.EnteredByDefault) is { } name
            ? Proposal.Of(Edit.Set(line: null, "enteredBy", name, "Fişi giren boş ya da iki karakterden kısa ve denetim kaydında kullanıcı yok; firma ayarındaki ad yazılır."))
            : null;
    }

    private static string? Usable(string? name) => name?.Trim() is { Length: >= CharactersMin } usable ? usable : null;
}
