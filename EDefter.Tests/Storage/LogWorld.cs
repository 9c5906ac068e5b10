using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Journal;
using EDefter.Core.Reading;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Log;
using EDefter.Storage.Tables;

namespace EDefter.Tests.Storage;

/// <summary>A company with two fiscal years, vouchers for it, and short words for the acts of the log.</summary>
internal sealed class LogWorld
{
    public static readonly FiscalYear Year2024 = new() { Start = new DateOnly(2024, 1, 1), End = new DateOnly(2024, 12, 31) };
    public static readonly FiscalYear Year2025 = new() { Start = new DateOnly(2025, 1, 1), End = new DateOnly(2025, 12, 31) };
    public static readonly Period January = new(2025, 1);
    public static readonly Period February = new(2025, 2);
    private static readonly DateTimeOffset Start = new(2025, 2, 1, 9, 0, 0, TimeSpan.FromHours(3));
    private static int companies;
    private int acts;
    private int identities;

    public Company Company { get; init; } = new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"otel-{Environment.ProcessId}-{Interlocked.Increment(ref companies)}"),
        TaxId = "4540536920",
        FiscalYears = [Year2024, Year2025],
    };

    public BookId Book => new(Company.Id, Branch.HeadOffice);

    /// <summary>A process of its own over the table: its own indexes, identities that never repeat in this world.</summary>
    public VoucherLog Open(ITable table, VoucherLogOptions? options = null, TimeProvider? time = null) =>
        new(new ReliableTable(table, NewIdentity), NewIdentity, time ?? TimeProvider.System, options ?? new VoucherLogOptions { Pause = TimeSpan.Zero });

    public AppendRequest Request(CommitKind kind = CommitKind.Vouchers, string? key = null, IReadOnlyDictionary<Period, long>? expected = null, IReadOnlyList<BookNote>? notes = null) => new()
    {
        Book = Book,
        Company = Company,
        Kind = kind,
        Actor = new Actor("Ayşe Işık", "key-1"),
        At = Start.AddMinutes(Interlocked.Increment(ref acts)),
        IdempotencyKey = key,
        ExpectedRevisions = expected,
        Notes = notes ?? [],
    };

    public Task<AppendResult> AppendAsync(IVoucherLog log, params Voucher[] vouchers) => log.AppendAsync(Request(), Rows(vouchers), CancellationToken.None);

    public static Task<AppendResult> SendAsync(IVoucherLog log, AppendRequest request, params Voucher[] vouchers) => log.AppendAsync(request, Rows(vouchers), CancellationToken.None);

    public Task<Outcome<MonthHead>> NumberAsync(IVoucherLog log, Period period, FiscalYear? year = null) => ChangeAsync(log, period, head => head.Moved() with { Numbering = Stamp }, CommitKind.Number, year);

    public Task<Outcome<MonthHead>> UnnumberAsync(IVoucherLog log, Period period, FiscalYear? year = null) => ChangeAsync(log, period, head => head.Moved() with { Numbering = null }, CommitKind.Unnumber, year);

    public Task<Outcome<MonthHead>> ChangeAsync(IVoucherLog log, Period period, Func<MonthHead, Outcome<MonthHead>> decide, CommitKind? kind, FiscalYear? year = null)
    {
        var request = Request();
        return log.ChangeHeadAsync(
            new HeadChange
            {
                Book = Book,
                Year = year ?? (period.Year == 2024 ? Year2024 : Year2025),
                Period = period,
                Decide = heads => decide(heads.TryGetValue(period, out var head) ? head : new MonthHead { Period = period, Revision = 0, Vouchers = 0 }),
                Kind = kind,
                Actor = request.Actor,
                At = request.At,
            },
            CancellationToken.None);
    }

    public async Task<long> RevisionAsync(IVoucherLog log, Period period) =>
        (await log.ReadHeadsAsync(Book, period.Year == 2024 ? Year2024 : Year2025, CancellationToken.None)).TryGetValue(period, out var head) ? head.Revision : 0;

    public static async IAsyncEnumerable<VoucherRow> Rows(IEnumerable<Voucher> vouchers)
    {
        await Task.CompletedTask;
        var n = 0;
        foreach (var voucher in vouchers)
            yield return VoucherRow.Read(string.Create(CultureInfo.InvariantCulture, $"satır {++n}"), voucher);
    }

    /// <summary>A balanced voucher; the date is any text.</summary>
    public static Voucher Voucher(string id, string date, decimal amount = 100m, int lines = 2, string? comment = null) => new()
    {
        Id = id,
        Number = id,
        Date = DateField.Parse(date),
        Kind = "mahsup",
        EnteredBy = "Çağrı İNCE",
        Comment = comment,
        Lines = [.. Enumerable.Range(1, lines).Select(n => new VoucherLine
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{id}-{n}"),
            Account = n % 2 == 1 ? "153.01" : "320.01.0042",
            AccountName = n % 2 == 1 ? "MALZEME" : "SATICI ŞTİ.",
            Debit = n % 2 == 1 ? AmountField.Of(amount) : AmountField.Absent,
            Credit = n % 2 == 0 ? AmountField.Of(amount) : AmountField.Absent,
            Description = "Fatura ığüşöç",
        })],
    };

    private static NumberingStamp Stamp => new()
    {
        Numbers = new Numbering { First = 1, Last = 1, FirstLine = 1, LastLine = 2, Vouchers = 1, Lines = 2, Debit = 100m, Credit = 100m, Order = "sha256:1", Previous = "sha256:0", Chain = "sha256:2", Days = [new DayStart(new DateOnly(2025, 1, 3), 1, 1)] },
        Revision = 1,
        By = "Ayşe Işık",
        At = Start,
        CompanySnapshot = "c",
        ChartSnapshot = "k",
    };

    private Guid NewIdentity() => new(Interlocked.Increment(ref identities), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
