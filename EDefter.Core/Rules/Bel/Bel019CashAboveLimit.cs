using System.Runtime.InteropServices;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>
/// A collection or payment in cash above the limit from which on a bank must carry it. What is dealt with one person on one day counts as one payment, so
/// the vouchers of a day that name the same tax number are added up; a voucher that names nobody, or several, is judged by itself. The limit is that of the day.
/// What is no payment to a third party is let alone: own money, wages, public offices, a day's many customers.
/// </summary>
public sealed class Bel019CashAboveLimit : MonthRule
{
    private const string CashAccount = "100";

    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL019",
        Severity = Severity.Info,
        Message = "{yer}: {tutar} TL {islem} kasa ile yapılmış{toplam} (tevsik sınırı {sinir} TL).",
        Remedy = "Sınırı aşan tahsilat ve ödemeler banka, PTT ya da ödeme kuruluşu aracılığıyla yapılmalıdır; aynı gün aynı kişiyle yapılan işlemler tek işlem sayılır. Tek işlem değilse ya da istisna varsa belgesini saklayın.",
        Source = "VUK mük. 257, mük. 355; VUK Genel Tebliği Sıra No: 459 ve 575 (aynı günde aynı kişiyle yapılan işlemler tek ödeme ya da tahsilat sayılır)",
    };

    public override MonthPass Begin(CheckContext context) => new Pass(this, context);

    // A summary of a day, of many persons or of many receipts is no payment of one.
    private static bool IsOfMany(RulePack pack, VoucherFacts voucher) =>
        voucher.GroupingIn(pack) is GroupingKind.ZReport or GroupingKind.Retail or GroupingKind.Payroll or GroupingKind.EArchive || Groupings.Declared(pack, voucher) is GroupingKind.Fx;

    private sealed class Pass(Bel019CashAboveLimit rule, CheckContext context) : MonthPass
    {
        private readonly Dictionary<(DateOnly Day, string Party, bool IsCollection), Dealings> dealings = [];

        // A month that the limit changes in is checked with the pack of its first day; the smaller of the two asks the exact question.
        private readonly decimal leastLimit = decimal.Min(context.Pack.Limits.CashProofLira, RulePacks.For(context.To).Limits.CashProofLira);

        public override void Observe(VoucherFacts voucher, FindingSink findings)
        {
            if (!Groupings.Moves(voucher, CashAccount) || voucher.Date is null || voucher.RestsOnNoDocument(context.Pack) || IsOfMany(context.Pack, voucher))
                return;
            Take(voucher, isCollection: true, findings);
            Take(voucher, isCollection: false, findings);
        }

        public override void Finish(FindingSink findings)
        {
            foreach (var ((day, _, isCollection), sum) in dealings.OrderBy(static pair => pair.Key.Day).ThenBy(static pair => pair.Key.Party, StringComparer.Ordinal).ThenBy(static pair => pair.Key.IsCollection))
            {
                var several = sum.Count == 1 ? string.Empty : $", {TurkishText.Date(day)} günü {sum.Last.Party} ile {TurkishText.Count(sum.Count)} fişin toplamı";
                TellAbove(day, isCollection, sum.Lira, sum.Last, several, findings);
            }
        }

        public override void Save(BinaryWriter writer)
        {
            writer.Write(dealings.Count);
            foreach (var ((day, party, isCollection), sum) in dealings)
            {
                writer.WriteDay(day);
                writer.Write(party);
                writer.Write(isCollection);
                sum.Save(writer);
            }
        }

        public override void Join(BinaryReader reader)
        {
            for (var left = reader.ReadInt32(); left > 0; left--)
                DealingsOf(reader.ReadDay(), reader.ReadString(), reader.ReadBoolean()).Join(reader);
        }

        private Dealings DealingsOf(DateOnly day, string party, bool isCollection)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(dealings, (day, party, isCollection), out _);
            return sum ??= new Dealings();
        }

        private void Take(VoucherFacts voucher, bool isCollection, FindingSink findings)
        {
            var (lira, line) = OfThirdParties(voucher, isCollection);
            if (lira <= 0)
                return;
            var day = voucher.Date!.Value;
            var place = new Place(voucher.Voucher.Id, voucher.Voucher.Number, voucher.Name, voucher.PlaceInVoucher(line)!.Value, string.Empty);
            if (PartyOf(voucher) is not { } party)
            {
                TellAbove(day, isCollection, lira, place, several: string.Empty, findings);
                return;
            }

            DealingsOf(day, party.TaxId, isCollection).Add(1, lira, place with { Party = party.Name });
        }

        private void TellAbove(DateOnly day, bool isCollection, decimal lira, in Place place, string several, FindingSink findings)
        {
            if (lira <= leastLimit || RulePacks.For(day).Limits.CashProofLira is var limit && lira <= limit)
                return;
            findings.Add(
                rule,
                place.Id,
                place.Number,
                day,
                place.Line,
                isCollection ? "debit" : "credit",
                ("yer", FormattableString.Invariant($"{place.Name}/{place.Line}")),
                ("tutar", TurkishText.Amount(lira)),
                ("islem", isCollection ? "tahsilat" : "ödeme"),
                ("toplam", several),
                ("sinir", TurkishText.Amount(limit)));
        }

        // Cash of one direction, less what stands on the other side against accounts that may be settled in cash, and the line that moves most of it.
        private (decimal Lira, int Line) OfThirdParties(VoucherFacts voucher, bool isCollection)
        {
            decimal cash = 0, exempt = 0, most = 0;
            var at = 0;
            foreach (ref readonly var line in voucher.Lines)
            {
                var (own, other) = isCollection ? (line.Debit, line.Credit) : (line.Credit, line.Debit);
                if (context.Pack.CashProofExemptAccounts.Contains(line.MainAccount))
                    exempt += other;
                if (!string.Equals(line.MainAccount, CashAccount, StringComparison.Ordinal))
                    continue;
                cash += own;
                if (own > most)
                    (most, at) = (own, line.Number);
            }

            return (at == 0 ? 0 : cash - exempt, at);
        }

        // The one person whom the lines name by tax number, or whose account the chart says it is. A number that stands for anybody names nobody.
        private (string TaxId, string Name)? PartyOf(VoucherFacts voucher)
        {
            (string TaxId, string Name)? party = null;
            foreach (ref readonly var line in voucher.Lines)
            {
                var account = line.Line.Account is { } code ? context.Chart?.Find(code) : null;
                if ((line.Line.Partner?.TaxId ?? account?.PartnerTaxId)?.Trim() is not { Length: > 0 } taxId)
                    continue;
                if (context.Pack.PlaceholderTaxIds.Contains(taxId) || (party is { } known && !string.Equals(known.TaxId, taxId, StringComparison.Ordinal)))
                    return null;
                party ??= (taxId, (line.Line.Partner?.Name ?? account?.Name)?.Trim() is { Length: > 0 } name ? name : taxId);
            }

            return party;
        }
    }

    private sealed class Dealings
    {
        public int Count { get; private set; }

        public decimal Lira { get; private set; }

        /// <summary>The voucher that is told: the last by number and id, in whatever order they come.</summary>
        public Place Last { get; private set; }

        public void Add(int count, decimal lira, in Place place)
        {
            if (Count == 0 || place.IsAfter(Last))
                Last = place;
            Count += count;
            Lira += lira;
        }

        public void Save(BinaryWriter writer)
        {
            writer.Write(Count);
            writer.Write(Lira);
            Last.Save(writer);
        }

        public void Join(BinaryReader reader) => Add(reader.ReadInt32(), reader.ReadDecimal(), Place.Read(reader));
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(string Id, string? Number, string Name, int Line, string Party)
    {
        public bool IsAfter(in Place other)
        {
            var byNumber = VoucherOrder.CompareNumbers(Name, other.Name);
            return byNumber > 0 || (byNumber == 0 && string.CompareOrdinal(Id, other.Id) > 0);
        }

        public void Save(BinaryWriter writer)
        {
            writer.Write(Id);
            writer.WriteText(Number);
            writer.Write(Name);
            writer.Write(Line);
            writer.Write(Party);
        }

        public static Place Read(BinaryReader reader) => new(reader.ReadString(), reader.ReadText(), reader.ReadString(), reader.ReadInt32(), reader.ReadString());
    }
}
