using System.Collections.Frozen;
using EDefter.Core.Repairs.ByRule;

namespace EDefter.Core.Repairs;

/// <summary>The repairs of the program, in the order in which they are tried.</summary>
public sealed class RepairBook
{
    private readonly FrozenDictionary<string, Repair> byCode;
    private readonly FrozenDictionary<string, ChoiceRepair> choicesByCode;
    private readonly FrozenDictionary<string, ChartRepair> chartByCode;
    private readonly FrozenDictionary<string, CompanyRepair> companyByCode;
    private readonly FrozenDictionary<string, AccountMove> movesByCode;

    /// <param name="repairs">In the order of trying; at most one per rule. Structural ones come last whatever their place.</param>
    /// <param name="choices">What people may choose, class C; at most one per rule.</param>
    /// <param name="chartRepairs">Repairs of the chart of accounts; at most one per rule.</param>
    /// <param name="companyRepairs">Repairs of the company's profile; at most one per rule.</param>
    /// <param name="accountMoves">Where lines may be moved, class C; at most one per rule.</param>
    public RepairBook(IEnumerable<Repair> repairs, IEnumerable<ChoiceRepair> choices, IEnumerable<ChartRepair> chartRepairs, IEnumerable<CompanyRepair>? companyRepairs = null, IEnumerable<AccountMove>? accountMoves = null)
    {
        Repairs = [.. repairs];
        Choices = [.. choices];
        ChartRepairs = [.. chartRepairs];
        CompanyRepairs = [.. companyRepairs ?? []];
        AccountMoves = [.. accountMoves ?? []];
        byCode = Repairs.ToFrozenDictionary(static repair => repair.Code, StringComparer.Ordinal);
        choicesByCode = Choices.ToFrozenDictionary(static choice => choice.Code, StringComparer.Ordinal);
        chartByCode = ChartRepairs.ToFrozenDictionary(static repair => repair.Code, StringComparer.Ordinal);
        companyByCode = CompanyRepairs.ToFrozenDictionary(static repair => repair.Code, StringComparer.Ordinal);
        movesByCode = AccountMoves.ToFrozenDictionary(static move => move.Code, StringComparer.Ordinal);
        Stages =
        [
            .. Repairs.Where(static repair => !repair.IsStructural && !repair.IsDividing).Select(static repair => new[] { repair }),
            .. Structural(Repairs),
            .. Repairs.Where(static repair => repair.IsDividing).Select(static repair => new[] { repair }),
        ];
    }

    /// <summary>
    /// The repairs of today. Texts are cleaned first, because others read them; class A comes before class B where the two could depend on each
    /// other; document fields that must go are cleared before any are filled.
    /// </summary>
    public static RepairBook Standard { get; } = new(
        [
            new ReadAgain(), new RemoveIllegalCharacters(), new ClearBlankPaymentMethod(), new NormaliseBlanks(), new LeaveOutEmptyVoucher(), new FillEnteredBy(), new CurrencyFromWord(),
            new CompleteForeignAmount(), new KindOfPaymentWord(), new MethodOfAccount(), new MainAccountOfCode(), new MoveToOtherSide(),
            new DeriveKind(), new DateOfVoucher(), new ClearDocument(), new TypeFromWord(), new TypeFromModule(), new NameFromModule(), new NameOfOperation(),
            new NumberOfEttn(), new RetypeSelfEmployedReceipt(), new NumberOfSameDocument(), new DateOfSameDocument(), new CompleteExchangeSummary(), new SpreadDocument(),
            new DocumentOfBase(), new ExplanationOfDocument(),
            new RoundAmounts(), new DropZeroLine(), new DivideTwoSidedLine(),
            new SplitByDocument(), new SplitGroupedInvoices(), new SplitByBankDay(), new SplitByPartner(),
        ],
        [new ApproveOrLeaveOut(), new MoveOpeningToFirstDay(), new AddRoundingLine(), new NameBranch(), new ClearPaymentMethods(), new MoveToLeaf(), new NameReceipt()],
        [new NameMainAccount(), new NameSubAccount(), new CompleteTree(), new CreateAccount(), new ReopenAccount()],
        [new DescribeEngagement(), new CompactNaceCode()],
        [new MoveToChartAccount("HES002"), new MoveToChartAccount("HES011")]);

    public IReadOnlyList<Repair> Repairs { get; }

    public IReadOnlyList<ChoiceRepair> Choices { get; }

    public IReadOnlyList<ChartRepair> ChartRepairs { get; }

    public IReadOnlyList<CompanyRepair> CompanyRepairs { get; }

    public IReadOnlyList<AccountMove> AccountMoves { get; }

    /// <summary>Codes of all rules that have a repair or a choice.</summary>
    public IEnumerable<string> Codes => byCode.Keys.Concat(choicesByCode.Keys).Concat(chartByCode.Keys).Concat(companyByCode.Keys).Concat(movesByCode.Keys).Append(Renumbering.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>What is tried together: one repair, or all structural ones.</summary>
    internal IReadOnlyList<Repair[]> Stages { get; }

    public Repair? Find(string code) => byCode.GetValueOrDefault(code);

    public ChoiceRepair? FindChoice(string code) => choicesByCode.GetValueOrDefault(code);

    public ChartRepair? FindChart(string code) => chartByCode.GetValueOrDefault(code);

    public CompanyRepair? FindCompany(string code) => companyByCode.GetValueOrDefault(code);

    public AccountMove? FindMove(string code) => movesByCode.GetValueOrDefault(code);

    private static IEnumerable<Repair[]> Structural(IReadOnlyList<Repair> repairs)
    {
        var structural = repairs.Where(static repair => repair.IsStructural).ToArray();
        return structural.Length > 0 ? [structural] : [];
    }
}
