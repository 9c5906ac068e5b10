using System.Runtime.InteropServices;
using EDefter.Core.Companies;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Aggregates;

/// <summary>
/// What a check remembers of the vouchers of its range for the rules that look across them, gathered in the one pass over the lines: totals by account, and of a voucher
/// its name and a few 64-bit identities. The same vouchers give the same aggregates in whatever order they come.
/// </summary>
public sealed class MonthAggregates
{
    private readonly AccountTotalsAdder all = new();
    private readonly AccountTotalsAdder opening = new();
    private readonly AccountTotalsAdder closing = new();
    private readonly List<VoucherName> openings = [];
    private readonly List<VoucherName> closings = [];
    private readonly Dictionary<(string Voucher, string Account), int> openingLines = [];
    private readonly List<ulong> numbers = [];
    private readonly NumberSeriesSet voucherSeries = new();
    private readonly NumberSeriesSet drawerSeries = new();
    private readonly NumberSeriesSet ownSeries = new();
    private readonly Dictionary<ulong, Booking> bookings = [];
    private AccountTotals? totals;

    /// <summary>Vouchers of the book.</summary>
    public long Vouchers { get; private set; }

    /// <summary>A line says an amount in a foreign currency.</summary>
    public bool HasForeignCurrency { get; private set; }

    /// <summary>Turnover by account; final once the last voucher was observed.</summary>
    public AccountTotals Totals => totals ??= all.ToTotals();

    /// <summary>Turnover of the opening vouchers alone.</summary>
    public AccountTotals OpeningTotals => opening.ToTotals();

    /// <summary>Turnover of the closing vouchers alone.</summary>
    public AccountTotals ClosingTotals => closing.ToTotals();

    /// <summary>In the order of date, fiş no and id.</summary>
    public IReadOnlyList<VoucherName> Openings => Sorted(openings);

    /// <summary>In the order of date, fiş no and id.</summary>
    public IReadOnlyList<VoucherName> Closings => Sorted(closings);

    /// <summary>Series of fiş numbers by kind, cancelled vouchers included: their numbers are not missing.</summary>
    public IReadOnlyList<NumberSeries> VoucherSeries => voucherSeries.ToSeries();

    /// <summary>Series of the fiş numbers in the undated drawer: they were given too, but to no month yet.</summary>
    public IReadOnlyList<NumberSeries> DrawerSeries => drawerSeries.ToSeries();

    /// <summary>Series that the company gives to documents without a number, by the document's name.</summary>
    public IReadOnlyList<NumberSeries> OwnSeries => ownSeries.ToSeries();

    /// <summary>1-based line of an opening voucher that books an account first; null when none does. Only vouchers observed here are known.</summary>
    public int? OpeningLine(string voucher, string account) => openingLines.TryGetValue((voucher, account), out var line) ? line : null;

    /// <summary>The identity of a fiş no inside its kind.</summary>
    public static ulong NumberKey(VoucherKind kind, string number) => TextHash.Then((ulong)kind + 1, number);

    /// <summary>A voucher of the book.</summary>
    public void Observe(VoucherFacts voucher)
    {
        totals = null;
        Vouchers++;
        ObserveNumber(voucher);
        foreach (ref readonly var line in voucher.Lines)
            ObserveLine(voucher, in line);
        if (voucher.Kind is VoucherKind.Opening)
        {
            Remember(voucher, openings, opening);
            foreach (ref readonly var line in voucher.Lines)
                RememberLine(voucher.Voucher.Id, AccountOf(in line), line.PlaceInVoucher);
        }
        else if (voucher.Kind is VoucherKind.Closing)
            Remember(voucher, closings, closing);
    }

    /// <summary>A cancelled voucher: it is in no total, but its number was given.</summary>
    public void ObserveCancelled(VoucherFacts voucher) => AddNumber(voucherSeries, voucher);

    /// <summary>A voucher of the undated drawer: it is in no total of any month, but its number was given.</summary>
    public void ObserveUndated(VoucherFacts voucher) => AddNumber(drawerSeries, voucher);

    /// <summary>Suppliers' documents that two or more vouchers book, or one voucher here and one of an earlier month.</summary>
    public IReadOnlyList<BookedDocument> BookedAgain(YearToDate before)
    {
        var elsewhere = before.MonthsOf(Documents(), static month => month.Documents);
        return
        [
            .. bookings.Where(pair => pair.Value.Others is not null || elsewhere.ContainsKey(pair.Key))
                .Select(pair => new BookedDocument(pair.Value.TaxId, pair.Value.Number, Sorted([pair.Value.First, .. pair.Value.Others ?? []]), elsewhere.GetValueOrDefault(pair.Key) ?? []))
                .OrderBy(static document => document.TaxId, StringComparer.Ordinal)
                .ThenBy(static document => document.Number, StringComparer.Ordinal),
        ];
    }

    /// <summary>What later months need of this one.</summary>
    public MonthDigest ToDigest(Period period)
    {
        var sortedNumbers = numbers.ToArray();
        Array.Sort(sortedNumbers);
        return new MonthDigest
        {
            Period = period,
            Vouchers = Vouchers,
            Totals = Totals,
            ClosingTotals = ClosingTotals,
            Openings = Openings,
            Numbers = sortedNumbers,
            Documents = Documents(),
            VoucherSeries = VoucherSeries,
            OwnSeries = OwnSeries,
        };
    }

    internal void Save(BinaryWriter writer)
    {
        writer.Write(Vouchers);
        writer.Write(HasForeignCurrency);
        writer.WriteTotals(Totals);
        writer.WriteTotals(OpeningTotals);
        writer.WriteTotals(ClosingTotals);
        writer.WriteNames(openings);
        writer.WriteNames(closings);
        SaveOpeningLines(writer);
        writer.WriteKeys(CollectionsMarshal.AsSpan(numbers));
        voucherSeries.Save(writer);
        drawerSeries.Save(writer);
        ownSeries.Save(writer);
        writer.Write(bookings.Count);
        foreach (var (key, booking) in bookings)
        {
            writer.Write(key);
            writer.Write(booking.TaxId);
            writer.Write(booking.Number);
            writer.WriteNames([booking.First, .. booking.Others ?? []]);
        }
    }

    /// <summary>Adds what was gathered of other vouchers.</summary>
    internal void Join(BinaryReader reader)
    {
        totals = null;
        Vouchers += reader.ReadInt64();
        HasForeignCurrency |= reader.ReadBoolean();
        reader.ReadTotalsInto(all);
        reader.ReadTotalsInto(opening);
        reader.ReadTotalsInto(closing);
        openings.AddRange(reader.ReadNames());
        closings.AddRange(reader.ReadNames());
        JoinOpeningLines(reader);
        numbers.AddRange(reader.ReadKeys());
        voucherSeries.Join(reader);
        drawerSeries.Join(reader);
        ownSeries.Join(reader);
        for (var left = reader.ReadInt32(); left > 0; left--)
            JoinBooking(reader);
    }

    private void SaveOpeningLines(BinaryWriter writer)
    {
        writer.Write(openingLines.Count);
        foreach (var ((voucher, account), line) in openingLines)
        {
            writer.Write(voucher);
            writer.Write(account);
            writer.Write(line);
        }
    }

    private void JoinOpeningLines(BinaryReader reader)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
            RememberLine(reader.ReadString(), reader.ReadString(), reader.ReadInt32());
    }

    private void JoinBooking(BinaryReader reader)
    {
        var (key, taxId, number) = (reader.ReadUInt64(), reader.ReadString(), reader.ReadString());
        foreach (var name in reader.ReadNames())
            Book(key, taxId, number, name);
    }

    private ulong[] Documents()
    {
        ulong[] documents = [.. bookings.Keys];
        Array.Sort(documents);
        return documents;
    }

    private void ObserveNumber(VoucherFacts voucher)
    {
        if (voucher.Kind is { } kind && !string.IsNullOrWhiteSpace(voucher.Voucher.Number))
        {
            numbers.Add(NumberKey(kind, voucher.Voucher.Number));
            // The entries of a divided voucher take numbers of their own, and the number that the ERP gave it stays taken too.
            if (voucher.Part == 1)
                numbers.Add(NumberKey(kind, voucher.NumberInErp!));
        }

        AddNumber(voucherSeries, voucher);
    }

    // A divided voucher was given one number, whatever its entries are called: "163-1", "163-2" would look like a series of their own.
    private static void AddNumber(NumberSeriesSet series, VoucherFacts voucher)
    {
        if (voucher.IsFirstOfVoucher && voucher.NumberInErp is { } number && !string.IsNullOrWhiteSpace(number))
            series.Add(voucher.Kind?.ToWire() ?? string.Empty, number);
    }

    private void ObserveLine(VoucherFacts voucher, in LineFacts line)
    {
        all.Add(AccountOf(in line), line.MainAccount, line.Debit, line.Credit);
        HasForeignCurrency |= line.Line.Original?.Currency is { Length: > 0 };
        if (line.Document is not { Number: { Length: > 0 } number } document)
            return;
        if (IsTrue(document.OwnSeries))
            ownSeries.Add(Wording.DocumentName(document), number);
        if (voucher.Kind is not (VoucherKind.Opening or VoucherKind.Closing) && SupplierDocuments.TryKey(in line, out var key))
            Book(key, line.Line.Partner!.TaxId!.Trim(), number.Trim(), NameOf(voucher));
    }

    // Several lines of one voucher cite the same document: that is one booking.
    private void Book(ulong key, string taxId, string number, VoucherName voucher)
    {
        ref var booking = ref CollectionsMarshal.GetValueRefOrAddDefault(bookings, key, out var known);
        if (known && string.Equals(booking.LastId, voucher.Id, StringComparison.Ordinal))
            return;
        if (known)
            (booking.Others ??= []).Add(voucher);
        else
            booking = new Booking(taxId, number, voucher);
        booking.LastId = voucher.Id;
    }

    private static void Remember(VoucherFacts voucher, List<VoucherName> names, AccountTotalsAdder adder)
    {
        if (voucher.IsFirstOfVoucher)
            names.Add(new VoucherName(voucher.Voucher.Id, voucher.NumberInErp, voucher.Date ?? DateOnly.MinValue));
        foreach (ref readonly var line in voucher.Lines)
            adder.Add(AccountOf(in line), line.MainAccount, line.Debit, line.Credit);
    }

    private void RememberLine(string voucher, string account, int line)
    {
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(openingLines, (voucher, account), out var known);
        first = known ? Math.Min(first, line) : line;
    }

    private static string AccountOf(in LineFacts line) => line.Line.Account is { Length: > 0 } account ? account : line.MainAccount;

    private static VoucherName NameOf(VoucherFacts voucher) => new(voucher.Voucher.Id, voucher.Voucher.Number, voucher.Date ?? DateOnly.MinValue);

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    private static List<VoucherName> Sorted(List<VoucherName> names)
    {
        var sorted = new List<VoucherName>(names);
        sorted.Sort(static (left, right) =>
        {
            var byDate = left.Date.CompareTo(right.Date);
            if (byDate != 0)
                return byDate;
            var byNumber = VoucherOrder.CompareNumbers(left.Number ?? string.Empty, right.Number ?? string.Empty);
            return byNumber != 0 ? byNumber : string.CompareOrdinal(left.Id, right.Id);
        });
        return sorted;
    }

    private struct Booking(string taxId, string number, VoucherName first)
    {
        public readonly string TaxId = taxId;

        public readonly string Number = number;

        public readonly VoucherName First = first;

        public string LastId = first.Id;

        public List<VoucherName>? Others = null;
    }
}
