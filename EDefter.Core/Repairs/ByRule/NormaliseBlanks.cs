using System.Text;
using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>MET004: blanks at the ends and doubled blanks go, every kind of blank becomes a plain one, decomposed letters become whole (NFC).</summary>
internal sealed class NormaliseBlanks : Repair
{
    public override string Code => "MET004";

    public override RepairClass Class => RepairClass.A;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context) =>
        TextFields.Mend(voucher, finding, Normalise, "Baştaki, sondaki ve çift boşluklar giderilir; metnin kendisi değişmez.");

    // Illegal characters are MET001's; normalising a lone surrogate is not defined. Line breaks inside a text are its writer's.
    private static string Normalise(string text)
    {
        if (!LegalText.IsLegal(text))
            return text;
        var words = new StringBuilder(text.Length);
        foreach (var character in text.AsSpan().Trim())
        {
            var c = character is '\u00a0' or '\u2007' or '\u202f' ? ' ' : character;
            if (c != ' ' || words[^1] != ' ')
                words.Append(c);
        }

        return words.ToString().Normalize(NormalizationForm.FormC);
    }
}
