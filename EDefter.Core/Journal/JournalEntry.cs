using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Journal;

/// <summary>
/// A yevmiye maddesi: what the law says, valid by construction. It can only be made by <see cref="Create"/>, from a
/// voucher that the rules have passed, so a writer can never be handed an unchecked voucher.
/// </summary>
public sealed class JournalEntry
{
    private JournalEntry(long number, VoucherFacts facts, IReadOnlyList<JournalLine> lines)
    {
        var voucher = facts.Voucher;
        Number = number;
        VoucherId = facts.EntryId;
        VoucherNumber = voucher.Number!;
        Kind = facts.Kind!.Value;
        Date = facts.Date!.Value;
        EnteredBy = voucher.EnteredBy!;
        Comment = voucher.Comment;
        Lines = lines;
        Total = facts.Debit;
    }

    /// <summary>Madde no, running through the fiscal year.</summary>
    public long Number { get; }

    /// <summary>The ERP's id of the voucher; of a divided voucher with the part behind it (<c>344541#2</c>), so that it tells entries apart.</summary>
    public string VoucherId { get; }

    /// <summary>Fiş no.</summary>
    public string VoucherNumber { get; }

    public VoucherKind Kind { get; }

    public DateOnly Date { get; }

    public string EnteredBy { get; }

    public string? Comment { get; }

    /// <summary>At least two.</summary>
    public IReadOnlyList<JournalLine> Lines { get; }

    /// <summary>Σ debit = Σ credit, lira.</summary>
    public decimal Total { get; }

    /// <summary>Numbers a voucher that carries no error.</summary>
    /// <param name="facts">The voucher, after check.</param>
    /// <param name="chart">Names of accounts where the line has none; null when the company sent no chart.</param>
    /// <param name="number">Madde no.</param>
    /// <param name="firstLine">Satır no of the first line.</param>
    /// <exception cref="InvalidOperationException">The voucher breaks the law of an entry: it was not checked, which is a bug of the caller.</exception>
    public static JournalEntry Create(VoucherFacts facts, ChartOfAccounts? chart, long number, long firstLine)
    {
        if (FaultOf(facts, chart) is { } fault)
            throw new InvalidOperationException($"Voucher {facts.Voucher.Id} cannot become a journal entry: {fault}.");
        return new JournalEntry(number, facts, LinesOf(facts, chart, firstLine));
    }

    /// <summary>As <see cref="Create"/>, for vouchers that nobody has checked yet.</summary>
    /// <param name="facts">The voucher.</param>
    /// <param name="chart">Names of accounts where the line has none; null when the company sent no chart.</param>
    /// <param name="number">Madde no.</param>
    /// <param name="firstLine">Satır no of the first line.</param>
    /// <param name="fault">What of the law it breaks; null when it became an entry.</param>
    /// <returns>The entry, or null.</returns>
    public static JournalEntry? TryCreate(VoucherFacts facts, ChartOfAccounts? chart, long number, long firstLine, out string? fault)
    {
        fault = FaultOf(facts, chart);
        return fault is null ? new JournalEntry(number, facts, LinesOf(facts, chart, firstLine)) : null;
    }

    /// <summary>Holds a voucher against the law of an entry without making one of it: no allocation.</summary>
    /// <returns>What of the law it breaks; null when it can become an entry.</returns>
    internal static string? FaultOf(VoucherFacts facts, ChartOfAccounts? chart)
    {
        var voucher = facts.Voucher;
        if (voucher.Number is not { Length: > 0 } || voucher.EnteredBy is not { Length: >= 2 } || facts.Date is null || facts.Kind is null)
            return "head";
        if (facts.Lines.Length < 2 || facts.Debit != facts.Credit)
            return "balance";
        foreach (ref readonly var line in facts.Lines)
        {
            if (FaultOf(in line, chart) is { } fault)
                return fault;
        }

        return null;
    }

    private static string? FaultOf(in LineFacts facts, ChartOfAccounts? chart)
    {
        if (facts.Debit != 0 && facts.Credit != 0)
            return "side";
        var amount = AmountOf(in facts);
        if (amount <= 0 || (amount.Scale > 2 && decimal.Round(amount, 2) != amount))
            return "amount";
        if (string.IsNullOrEmpty(facts.Line.Account) || !VoucherFacts.IsMainAccount(facts.MainAccount))
            return "account";
        var use = facts.Use;
        if (!AccountNames.KnowMain(in use, chart))
            return "mainAccountName";
        return AccountNames.KnowSub(in use, chart) ? null : "accountName";
    }

    private static decimal AmountOf(in LineFacts facts) => facts.Debit != 0 ? facts.Debit : facts.Credit;

    private static JournalLine[] LinesOf(VoucherFacts facts, ChartOfAccounts? chart, long firstLine)
    {
        var lines = new JournalLine[facts.Lines.Length];
        for (var i = 0; i < lines.Length; i++)
            lines[i] = LineOf(in facts.Lines[i], chart, facts.Date!.Value, firstLine + i);
        return lines;
    }

    private static JournalLine LineOf(in LineFacts facts, ChartOfAccounts? chart, DateOnly date, long number)
    {
        var line = facts.Line;
        var use = facts.Use;
        return new JournalLine
        {
            Number = number,
            NumberInEntry = facts.Number,
            MainAccount = facts.MainAccount,
            MainAccountName = AccountNames.Main(in use, chart)!,
            SubAccount = line.Account!,
            SubAccountName = AccountNames.Sub(in use, chart)!,
            Side = facts.Debit != 0 ? VoucherSide.Debit : VoucherSide.Credit,
            Amount = AmountOf(in facts),
            PostingDate = line.PostingDate.Value ?? date,
            DocumentType = facts.DocumentType,
            DocumentTypeDescription = Filled(facts.Document?.TypeDescription),
            DocumentNumber = Filled(facts.Document?.Number),
            DocumentDate = facts.Document?.Date.Value,
            PaymentMethod = Filled(line.PaymentMethod),
            Description = line.Description,
            OriginalCurrency = Filled(line.Original?.Currency),
            OriginalAmount = line.Original?.Amount.Value,
            Rate = line.Original?.Rate.Value,
            RateDate = line.Original?.RateDate.Value,
            RateSource = Filled(line.Original?.RateSource),
            RateComment = Filled(line.Original?.RateComment),
            ErpLineId = line.Id,
        };
    }

    // A text of blanks says nothing, and GİB refuses it (fact 6).
    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
