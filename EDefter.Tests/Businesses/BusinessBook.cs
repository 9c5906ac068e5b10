using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;

namespace EDefter.Tests.Businesses;

/// <summary>The books of an invented company while a fiscal year is written day by day: balances and running numbers carry over from month to month.</summary>
public sealed class BusinessBook(ulong seed, FiscalYear year, BusinessChart chart)
{
    private static readonly string[] Users = ["Selin Aktaş", "Çağrı Öğüt", "İlknur Şahin"];

    private static readonly DateOnly RateChange = new(2023, 7, 10);

    private readonly Dictionary<string, long> balances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> sequences = new(StringComparer.Ordinal);
    private long lastId = 100_000;

    public SampleRandom Random { get; } = new(seed);

    public FiscalYear Year { get; } = year;

    public BusinessChart Chart { get; } = chart;

    public DateOnly Today { get; private set; } = year.Start;

    public bool IsMonthEnd => Today == Period.Of(Today).LastDay;

    public bool IsYearEnd => Today == Year.End;

    public bool IsWorkday => Today.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && Today != Year.Start;

    /// <summary>The rates of KDV changed on 10 July 2023: 8 became 10, 18 became 20.</summary>
    public int MiddleRate => Today < RateChange ? 8 : 10;

    public int FullRate => Today < RateChange ? 18 : 20;

    public void TurnTo(DateOnly day) => Today = day;

    /// <summary>Debit minus credit, kuruş.</summary>
    public long Balance(string account) => balances.GetValueOrDefault(account);

    public long BalanceOf(string prefix) => Accounts(prefix).Sum(Balance);

    /// <summary>Accounts with a balance whose code begins so, in order of codes.</summary>
    public IReadOnlyList<string> Accounts(string prefix) =>
        [.. balances.Where(pair => pair.Value != 0 && pair.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(pair => pair.Key).Order(StringComparer.Ordinal)];

    public long NextOf(string series) => sequences[series] = sequences.GetValueOrDefault(series) + 1;

    /// <summary>An e-invoice of today or of one of the days before it, never of another fiscal year.</summary>
    public SourceDocument Invoice(string series, int daysBefore = 0)
    {
        var date = Earlier(daysBefore);
        return new SourceDocument { Type = "invoice", Number = string.Create(CultureInfo.InvariantCulture, $"{series}{date.Year:D4}{NextOf(series):D9}"), Date = DateField.Of(date) };
    }

    public SourceDocument Other(string name, string number, int daysBefore = 0) => new() { Type = "other", TypeDescription = name, Number = number, Date = DateField.Of(Earlier(daysBefore)) };

    public SourceDocument Dekont() => Other("Dekont", string.Create(CultureInfo.InvariantCulture, $"0{NextOf("dekont"):D9}"));

    public SourceDocument Cheque(string type = "check") => new() { Type = type, Number = NextOf(type).ToString("D7", CultureInfo.InvariantCulture), Date = DateField.Of(Today) };

    public static SampleDraft Draft(string module, string comment, SourceDocument? document = null) => new(module, comment, document);

    /// <summary>Writes the voucher into the book.</summary>
    public Voucher Post(SampleDraft draft, VoucherKind? given = null)
    {
        if (draft.Lines.Count < 2 || draft.Lines.Sum(line => line.DebitKurus - line.CreditKurus) != 0)
            throw new InvalidOperationException($"\"{draft.Comment}\" does not balance.");
        foreach (var line in draft.Lines)
            balances[line.Account] = Balance(line.Account) + line.DebitKurus - line.CreditKurus;
        var id = (++lastId).ToString(CultureInfo.InvariantCulture);
        var kind = given ?? KindOf(draft);
        return new Voucher
        {
            Id = id,
            Number = string.Create(CultureInfo.InvariantCulture, $"{NextOf("voucher" + kind):D5}"),
            Date = DateField.Of(Today),
            Kind = kind.ToWire(),
            EnteredBy = Users[Random.Below(Users.Length)],
            Comment = draft.Comment,
            Module = draft.Module,
            Grouping = draft.Grouping,
            Lines = [.. draft.Lines.Select((line, i) => LineOf(line, id, i + 1, kind))],
        };
    }

    private VoucherLine LineOf(SampleDraftLine line, string id, int number, VoucherKind kind) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{id}-{number}"),
        Account = line.Account,
        AccountName = Chart.NameOf(line.Account),
        MainAccountName = Chart.NameOf(line.Account[..3]),
        Debit = line.DebitKurus == 0 ? AmountField.Absent : AmountField.Of(SampleBook.Lira(line.DebitKurus)),
        Credit = line.CreditKurus == 0 ? AmountField.Absent : AmountField.Of(SampleBook.Lira(line.CreditKurus)),
        Description = line.Description,
        Document = line.Document,
        PaymentMethod = kind is VoucherKind.Opening or VoucherKind.Closing ? null : PaymentOf(line.Account),
        Original = line.Original,
        Partner = Chart.PartnerOf(line.Account),
        VatRate = line.VatRate == 0 ? AmountField.Absent : AmountField.Of(line.VatRate),
        BaseLine = line.BaseLine == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{id}-{line.BaseLine}"),
    };

    // A document of the year before, or of the days of the old KDV rates, would be another story than the one told here.
    private DateOnly Earlier(int days)
    {
        var date = Today.AddDays(-days);
        if (date < RateChange && Today >= RateChange)
            date = RateChange;
        return date < Year.Start ? Year.Start : date;
    }

    private static VoucherKind KindOf(SampleDraft draft)
    {
        foreach (var line in draft.Lines)
        {
            if (line.Account.StartsWith("100", StringComparison.Ordinal))
                return line.DebitKurus > 0 ? VoucherKind.Tahsil : VoucherKind.Tediye;
        }

        return VoucherKind.Mahsup;
    }

    private static string? PaymentOf(string account) => account[..3] switch
    {
        "100" => "Nakit",
        "102" => "Banka",
        "101" or "103" => "Çek",
        "121" or "321" => "Senet",
        "108" or "309" => "Kredi Kartı",
        _ => null,
    };
}
