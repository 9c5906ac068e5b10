using EDefter.Core.Rules;

namespace EDefter.Tests.Repairs;

/// <summary>A rule across the month that remembers what each of its passes saw, and speaks once the month will hold a voucher that says "b".</summary>
internal sealed class SeenRule : MonthRule
{
    public List<List<string>> Seen { get; } = [];

    public override RuleInfo Info { get; } = new() { Code = "X009", Severity = Severity.Warning, Message = "{no}", Remedy = "Deneme.", Source = "Deneme" };

    public override MonthPass Begin(CheckContext context)
    {
        Seen.Add([]);
        return new Pass(this, Seen[^1]);
    }

    private sealed class Pass(SeenRule rule, List<string> seen) : MonthPass
    {
        // A plan reads the month in one piece.
        public override void Save(BinaryWriter writer) => throw new NotSupportedException();

        public override void Join(BinaryReader reader) => throw new NotSupportedException();

        public override void Observe(VoucherFacts voucher, FindingSink findings) => seen.Add("voucher " + voucher.Voucher.Comment);

        public override void ObserveCancelled(VoucherFacts voucher) => seen.Add("cancelled " + voucher.Voucher.Comment);

        public override void ObserveUndated(VoucherFacts voucher, FindingSink findings) => seen.Add("undated " + voucher.Voucher.Comment);

        public override void Finish(FindingSink findings)
        {
            seen.Add("end");
            if (!seen.Contains("voucher b"))
                return;
            foreach (var number in (string[])["2", "1"])
                findings.Add(rule, "344541", "163", date: null, line: null, "comment", ("no", number));
        }
    }
}
