using System.Globalization;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules;

/// <summary>What the rules need of a voucher, worked out once before any of them runs.</summary>
public sealed class VoucherFacts
{
    /// <summary>
    /// Lira from which on a debit or credit is nonsense, a quadrillion. Below it, not even a million vouchers of ten thousand lines overflow a sum, so that
    /// a slip of the ERP is a finding and never the end of the whole check.
    /// </summary>
    public const decimal AmountLimit = 1_000_000_000_000_000m;

    private readonly LineFacts[] lines;
    private IReadOnlyList<TextFault>? textFaults;
    private RulePack? groupingPack;
    private GroupingKind? grouping;
    private RulePack? severalPack;
    private bool citesSeveral;
    private RulePack? undocumentedPack;
    private bool restsOnNoDocument;

    private VoucherFacts(Voucher voucher, LineFacts[] lineFacts, decimal debit, decimal credit)
    {
        Voucher = voucher;
        lines = lineFacts;
        Debit = debit;
        Credit = credit;
        Kind = VoucherKinds.Parse(voucher.Kind);
        State = VoucherStates.Parse(voucher.State);
    }

    public Voucher Voucher { get; }

    public ReadOnlySpan<LineFacts> Lines => lines;

    public VoucherKind? Kind { get; }

    public VoucherState State { get; }

    public DateOnly? Date => Voucher.Date.Value;

    /// <summary>Σ debit of the readable lines, lira, exact.</summary>
    public decimal Debit { get; }

    /// <summary>Σ credit of the readable lines, lira, exact.</summary>
    public decimal Credit { get; }

    /// <summary>Which entry of a divided voucher this is, counted from 1 (<see cref="VoucherParts"/>); null for a voucher that is one entry.</summary>
    public int? Part { get; private init; }

    /// <summary>The only entry of its voucher, or the first: where vouchers are counted, not entries.</summary>
    public bool IsFirstOfVoucher => Part is null or 1;

    /// <summary>Fiş no as the ERP gave it, without the part: what a series of numbers is judged by.</summary>
    public string? NumberInErp => Part is { } part && !string.IsNullOrWhiteSpace(Voucher.Number) ? Voucher.Number[..^(VoucherParts.Write(part).Length + 1)] : Voucher.Number;

    /// <summary>What tells this entry from every other: the ERP's id of the voucher, with the part behind it where the voucher is divided.</summary>
    public string EntryId => Part is { } part ? string.Create(CultureInfo.InvariantCulture, $"{Voucher.Id}#{part}") : Voucher.Id;

    /// <summary>This version was made by a repair, not sent by the ERP.</summary>
    public bool IsRepaired { get; private init; }

    /// <summary>Cancelled vouchers are kept but are not in the book.</summary>
    public bool InBook => State != VoucherState.Cancelled;

    /// <summary>What is wrong with the voucher's texts, character by character; worked out when the first rule asks.</summary>
    public IReadOnlyList<TextFault> TextFaults => textFaults ??= TextScan.Of(this);

    /// <summary>What people call the voucher: its fiş no, or the ERP's id when it has none.</summary>
    public string Name => string.IsNullOrWhiteSpace(Voucher.Number) ? Voucher.Id : Voucher.Number;

    /// <summary>The permitted way in which the voucher books many documents at once, or null; worked out when the first rule asks.</summary>
    /// <param name="pack">The words of the month.</param>
    public GroupingKind? GroupingIn(RulePack pack)
    {
        if (ReferenceEquals(groupingPack, pack))
            return grouping;
        grouping = Groupings.Of(pack, this);
        groupingPack = pack;
        return grouping;
    }

    /// <summary>Opening, closing, and what its module names as depreciation, yansıtma and the like: entries that rest on no document (GİB Kılavuz 18).</summary>
    /// <param name="pack">The words of the month.</param>
    public bool RestsOnNoDocument(RulePack pack)
    {
        if (ReferenceEquals(undocumentedPack, pack))
            return restsOnNoDocument;
        restsOnNoDocument = Kind is VoucherKind.Opening or VoucherKind.Closing || (Voucher.Module is { Length: > 0 } module && pack.UndocumentedModules.Contains(module));
        undocumentedPack = pack;
        return restsOnNoDocument;
    }

    /// <summary>Whether the lines cite more than one document (<see cref="VoucherDocuments"/>); worked out when the first rule asks.</summary>
    /// <param name="pack">The words of the month.</param>
    internal bool CitesSeveral(RulePack pack)
    {
        if (ReferenceEquals(severalPack, pack))
            return citesSeveral;
        citesSeveral = VoucherDocuments.Differ(pack, this);
        severalPack = pack;
        return citesSeveral;
    }

    public static VoucherFacts Of(Voucher voucher) => Of(voucher, isRepaired: false);

    /// <summary>The entries that a voucher becomes: one, or one for each part where it is divided.</summary>
    public static IReadOnlyList<VoucherFacts> EntriesOf(Voucher voucher, bool isRepaired = false) =>
        VoucherParts.IsDivided(voucher) ? [.. VoucherParts.Of(voucher).Select(part => Of(part, isRepaired))] : [Of(voucher, isRepaired)];

    /// <summary>One entry of a divided voucher: its lines know the places they have in the stored voucher, so that whatever is said of them is found there.</summary>
    public static VoucherFacts Of(VoucherPart part, bool isRepaired)
    {
        var facts = Of(part.Voucher, isRepaired);
        for (var i = 0; i < facts.lines.Length; i++)
            facts.lines[i] = facts.lines[i] with { PlaceInVoucher = part.LineNumbers[i] };
        return new VoucherFacts(part.Voucher, facts.lines, facts.Debit, facts.Credit) { IsRepaired = isRepaired, Part = part.Number };
    }

    /// <param name="voucher">The voucher.</param>
    /// <param name="isRepaired">See <see cref="IsRepaired"/>.</param>
    public static VoucherFacts Of(Voucher voucher, bool isRepaired)
    {
        var facts = new LineFacts[voucher.Lines.Count];
        decimal debit = 0, credit = 0;
        var voucherDocument = voucher.Document is { IsEmpty: false } given ? given : null;
        for (var i = 0; i < facts.Length; i++)
        {
            var line = voucher.Lines[i];
            var document = line.Document is { IsEmpty: false } own ? own : voucherDocument;
            var isReadable = TryCount(line.Debit, out var lineDebit) & TryCount(line.Credit, out var lineCredit);
            PutOnSide(line.Side, ref lineDebit, ref lineCredit);
            facts[i] = new LineFacts
            {
                Line = line,
                Number = i + 1,
                VoucherDate = voucher.Date.Value,
                Debit = lineDebit,
                Credit = lineCredit,
                Readable = isReadable,
                MainAccount = MainAccountOf(line),
                Document = document,
                DocumentType = DocumentTypes.Parse(document?.Type),
            };
            debit += lineDebit;
            credit += lineCredit;
        }

        return new VoucherFacts(voucher, facts, debit, credit) { IsRepaired = isRepaired };
    }

    /// <summary>Where a line of this entry stands in the voucher that the ERP sent.</summary>
    /// <param name="line">1-based place among <see cref="Lines"/>; null stays null.</param>
    public int? PlaceInVoucher(int? line) => line is { } number && number <= lines.Length ? lines[number - 1].PlaceInVoucher : line;

    /// <summary>Whether a debit or credit can be added up: it is no unreadable text (SAT005), and it is below <see cref="AmountLimit"/>.</summary>
    public static bool IsCountable(AmountField amount) => TryCount(amount, out _);

    // Nothing, where the amount cannot be counted.
    private static bool TryCount(AmountField amount, out decimal counted)
    {
        if (amount.Value is { } value and > -AmountLimit and < AmountLimit)
        {
            counted = value;
            return true;
        }

        counted = 0m;
        return amount.IsAbsent;
    }

    // When the ERP says the side, one amount may stand in either column; with both columns filled nothing is moved (SAT003 speaks).
    private static void PutOnSide(string? side, ref decimal debit, ref decimal credit)
    {
        if (side is null)
            return;
        var isMisplaced = VoucherSides.Parse(side) switch
        {
            VoucherSide.Debit => debit == 0,
            VoucherSide.Credit => credit == 0,
            _ => false,
        };
        if (isMisplaced)
            (debit, credit) = (credit, debit);
    }

    /// <summary>Three or four characters, and still as many when GİB has taken the blanks at the ends away.</summary>
    public static bool IsMainAccount(string code) => code.Length is 3 or 4 && code.AsSpan().Trim().Length is 3 or 4;

    /// <summary>The main account code of a line: the ERP's word, else the part before the first separator, else the first three characters.</summary>
    public static string MainAccountOf(VoucherLine line)
    {
        if (!string.IsNullOrEmpty(line.MainAccount))
            return line.MainAccount;
        return string.IsNullOrEmpty(line.Account) ? string.Empty : MainAccountOf(line.Account);
    }

    /// <summary>The main account of a code that nobody says the main account of: the part before the first separator, else the first three characters.</summary>
    public static string MainAccountOf(string account)
    {
        var separator = account.AsSpan().IndexOfAny('.', '-', ' ');
        if (separator < 0)
            separator = account.AsSpan().IndexOf('/');
        if (separator >= 0)
            return account[..separator];
        return account.Length > 3 ? account[..3] : account;
    }
}
