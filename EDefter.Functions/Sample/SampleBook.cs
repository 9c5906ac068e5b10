using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Vouchers;

namespace EDefter.Functions.Sample;

/// <summary>
/// The hotel's books while a month is written day by day: today, running balances, and the running numbers of vouchers and documents. It
/// holds one number per account and series, so a month of any size is written in the same memory.
/// </summary>
public sealed class SampleBook(ulong seed, Period period, int scale)
{
    private static readonly string[] Users = ["Ayşe Yılmaz", "Gökhan Işık", "Şule Çağlar", "İbrahim Öztürk", "Ümran Doğan"];

    private readonly Dictionary<string, long> balances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> sequences = new(StringComparer.Ordinal);
    private long lastId = 700_000;

    public SampleRandom Random { get; } = new(seed);

    public Period Period { get; } = period;

    /// <summary>How many times the business of one ordinary hotel.</summary>
    public int Scale { get; } = scale;

    public DateOnly Today { get; private set; } = period.FirstDay;

    public bool IsFirstDay => Today == Period.FirstDay;

    public bool IsLastDay => Today == Period.LastDay;

    public bool IsWorkday => Today.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsFirstDay;

    public void TurnTo(DateOnly day) => Today = day;

    /// <summary>Debit minus credit, kuruş.</summary>
    public long Balance(string account) => balances.GetValueOrDefault(account);

    /// <summary>What stands on the debit side of all accounts under a main account, kuruş.</summary>
    public long BalanceOfMain(string main) => balances.Where(pair => pair.Key.StartsWith(main, StringComparison.Ordinal)).Sum(pair => pair.Value);

    public IEnumerable<string> AccountsOf(string main) => balances.Keys.Where(code => code.StartsWith(main, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>1, 2, 3 … per series.</summary>
    public long NextOf(string series)
    {
        var next = sequences.GetValueOrDefault(series) + 1;
        sequences[series] = next;
        return next;
    }

    /// <summary>Rate percent of an amount, rounded half up to the kuruş.</summary>
    public static long Percent(long kurus, long rate) => ((kurus * rate) + 50) / 100;

    /// <summary>An e-invoice: three letters, year, nine digits.</summary>
    public SourceDocument Invoice(string series, DateOnly date) => new()
    {
        Type = "invoice",
        Number = string.Create(CultureInfo.InvariantCulture, $"{series}{date.Year:D4}{NextOf(series):D9}"),
        Date = DateField.Of(date),
    };

    public SourceDocument Cheque(long start) => new()
    {
        Type = "check",
        Number = (start + NextOf("check" + start.ToString(CultureInfo.InvariantCulture))).ToString("D8", CultureInfo.InvariantCulture),
        Date = DateField.Of(Today),
    };

    public SourceDocument Other(string name, string number) => new() { Type = "other", TypeDescription = name, Number = number, Date = DateField.Of(Today) };

    /// <summary>A bank's dekont of today; its number begins with zeros, as banks print it.</summary>
    public SourceDocument Dekont(string bank) =>
        Other("Dekont", string.Create(CultureInfo.InvariantCulture, $"00{bank[^2..]}{Today.DayOfYear:D3}{NextOf("dekont" + bank):D7}"));

    /// <summary>Writes the voucher into the book.</summary>
    /// <exception cref="InvalidOperationException">The draft does not balance: the generator is wrong.</exception>
    public Voucher Post(SampleDraft draft)
    {
        if (draft.Lines.Count < 2 || draft.Lines.Sum(line => line.DebitKurus - line.CreditKurus) != 0)
            throw new InvalidOperationException($"The sample voucher \"{draft.Comment}\" does not balance.");
        foreach (var line in draft.Lines)
            balances[line.Account] = Balance(line.Account) + line.DebitKurus - line.CreditKurus;
        lastId++;
        var id = lastId.ToString(CultureInfo.InvariantCulture);
        var kind = KindOf(draft);
        return new Voucher
        {
            Id = id,
            Number = NumberOf(kind),
            Date = DateField.Of(Today),
            Kind = kind.ToWire(),
            State = "approved",
            EnteredBy = Users[Random.Below(Users.Length)],
            EnteredAt = string.Create(CultureInfo.InvariantCulture, $"{Today:yyyy-MM-dd}T{Random.Between(9, 18):D2}:{Random.Between(0, 59):D2}:00+03:00"),
            Comment = draft.Comment,
            Module = draft.Module,
            Grouping = draft.Grouping,
            Lines = LinesOf(draft, id),
        };
    }

    public static decimal Lira(long kurus) => new((int)kurus, (int)(kurus >> 32), 0, isNegative: false, scale: 2);

    private VoucherLine[] LinesOf(SampleDraft draft, string id)
    {
        var lines = new VoucherLine[draft.Lines.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = draft.Lines[i];
            var partner = SamplePartners.Of(line.Account);
            lines[i] = new VoucherLine
            {
                Id = LineId(id, i + 1),
                Account = line.Account,
                AccountName = SampleAccounts.NameOf(line.Account),
                MainAccountName = SampleAccounts.NameOf(line.Account[..3]),
                Debit = line.DebitKurus == 0 ? AmountField.Absent : AmountField.Of(Lira(line.DebitKurus)),
                Credit = line.CreditKurus == 0 ? AmountField.Absent : AmountField.Of(Lira(line.CreditKurus)),
                Description = line.Description,
                PostingDate = DateField.Of(Today),
                Document = line.Document,
                PaymentMethod = draft.IsOpening ? null : PaymentMethodOf(line.Account),
                Original = line.Original,
                Partner = partner is null ? null : new Partner { TaxId = partner.TaxId, Name = partner.Name },
                VatRate = line.VatRate == 0 ? AmountField.Absent : AmountField.Of(line.VatRate),
                BaseLine = line.BaseLine == 0 ? null : LineId(id, line.BaseLine),
            };
        }

        return lines;
    }

    private static string LineId(string id, int n) => string.Create(CultureInfo.InvariantCulture, $"{id}-{n}");

    private static VoucherKind KindOf(SampleDraft draft)
    {
        if (draft.IsOpening)
            return VoucherKind.Opening;
        foreach (var line in draft.Lines)
        {
            if (line.Account.StartsWith("100", StringComparison.Ordinal))
                return line.DebitKurus > 0 ? VoucherKind.Tahsil : VoucherKind.Tediye;
        }

        return VoucherKind.Mahsup;
    }

    private string NumberOf(VoucherKind kind)
    {
        var letters = kind switch
        {
            VoucherKind.Opening => "AC",
            VoucherKind.Tahsil => "TH",
            VoucherKind.Tediye => "TD",
            _ => "MH",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{letters}-{NextOf("voucher" + letters):D6}");
    }

    private static string? PaymentMethodOf(string account) => account[..3] switch
    {
        "100" => "Nakit",
        "102" => "Banka",
        "101" or "103" => "Çek",
        "108" or "309" => "Kredi Kartı",
        "121" or "321" => "Senet",
        _ => null,
    };
}
