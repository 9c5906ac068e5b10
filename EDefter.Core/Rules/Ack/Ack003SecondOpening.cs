using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Ack;

/// <summary>More than one opening voucher in a fiscal year of the branch. Told once in a check: at the second in the journal’s order, or at the first of the range when an earlier month holds one.</summary>
public sealed class Ack003SecondOpening : MonthRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "ACK003",
        Severity = Severity.Error,
        Message = "Birden çok açılış fişi var: {fisler}.",
        Remedy = "Açılış kayıtlarını ERP’de tek fişte birleştirin ya da açılış olmayan fişin türünü düzeltin.",
        Source = "VUK 174, 183; GİB e-Defter Uygulama Kılavuzu: açılış fişi hesap döneminin ilk maddesidir",
    };

    public override MonthPass Begin(CheckContext context) => new Pass(this, context);

    private sealed class Pass(Ack003SecondOpening rule, CheckContext context) : MonthPass
    {
        private readonly List<Voucher> openings = [];

        public override void Observe(VoucherFacts voucher, FindingSink findings)
        {
            // The lines of an opening voucher may be many; only its name is kept.
            if (voucher.Kind is VoucherKind.Opening)
                openings.Add(voucher.Voucher with { Lines = [] });
        }

        public override void Save(BinaryWriter writer)
        {
            writer.Write(openings.Count);
            foreach (var json in openings.Select(VoucherJsonWriter.ToBytes))
            {
                writer.Write(json.Length);
                writer.Write(json);
            }
        }

        public override void Join(BinaryReader reader)
        {
            for (var left = reader.ReadInt32(); left > 0; left--)
                openings.Add(VoucherJsonParser.Parse(reader.ReadBytes(reader.ReadInt32())));
        }

        public override void Finish(FindingSink findings)
        {
            foreach (var year in openings.GroupBy(opening => context.Company.YearOf(opening.Date.Value ?? context.From)?.Start))
            {
                var inOrder = year.ToArray();
                Array.Sort(inOrder, VoucherOrder.Compare);
                string[] earlier = context.YearToDate is { } before && year.Key == context.FiscalYear?.Start ? [.. before.Openings.Select(Earlier)] : [];
                if (inOrder.Length + earlier.Length < 2)
                    continue;
                var told = inOrder[earlier.Length > 0 ? 0 : 1];
                var names = string.Join(", ", earlier.Concat(inOrder.Select(static opening => string.IsNullOrWhiteSpace(opening.Number) ? opening.Id : opening.Number)));
                findings.Add(rule, told.Id, told.Number, told.Date.Value, line: null, "kind", ("fisler", names));
            }
        }

        private static string Earlier(VoucherName opening) => $"{opening.Name} ({YearToDate.Tell([Period.Of(opening.Date)])})";
    }
}
