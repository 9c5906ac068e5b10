using EDefter.Core.Companies;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Num;

/// <summary>A month without vouchers in the book; it takes an empty range of numbers.</summary>
public sealed class Num012EmptyMonth : MonthRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "NUM012",
        Severity = Severity.Info,
        Target = RuleTarget.Run,
        Message = "{ay} döneminde fiş yok; boş ay numara almadan kapanır, son numara sonraki aya devreder.",
        Remedy = "Ayda gerçekten kayıt yoksa yapılacak bir şey yoktur; varsa ERP’den fişleri gönderin.",
        Source = "GİB yevmiye şematronu Y29 (kaydı olmayan ayın defteri oluşturulmaz)",
    };

    public override RuleOutcome Applies(CheckContext context) => context.Period is null ? RuleOutcome.Skipped : RuleOutcome.Ran;

    public override MonthPass Begin(CheckContext context) => new Pass(this, context.Period ?? throw new InvalidOperationException("The rule needs a month."));

    private sealed class Pass(Num012EmptyMonth rule, Period period) : MonthPass
    {
        private bool any;

        public override void Observe(VoucherFacts voucher, FindingSink findings) => any = true;

        public override void Save(BinaryWriter writer) => writer.Write(any);

        public override void Join(BinaryReader reader) => any |= reader.ReadBoolean();

        public override void Finish(FindingSink findings)
        {
            if (!any)
                findings.Add(rule, "period", ("ay", TurkishText.Month(period)));
        }
    }
}
