using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>Offers to move lines whose account a rule faults, and remembers for which accounts every line has an offer.</summary>
internal sealed class AccountMoves
{
    // More lines of one voucher on faulty accounts are no slips of a code but another chart.
    private const int LinesMax = 20;

    private readonly RepairContext context;
    private readonly VoucherChecker checker;
    private readonly (AccountRule Rule, AccountMove Move)[] moves;
    private readonly HashSet<(string Rule, string Account)> offered = [];
    private readonly HashSet<(string Rule, string Account)> lacking = [];

    public AccountMoves(RepairContext context, RuleBook rules, RepairBook repairs, VoucherChecker checker)
    {
        this.context = context;
        this.checker = checker;
        moves = [.. VoucherChecker.Running(rules, context.Check).OfType<AccountRule>().Select(rule => (rule, repairs.FindMove(rule.Info.Code)!)).Where(static pair => pair.Item2 is not null)];
    }

    /// <summary>Whether some line of the voucher stands on a faulty account.</summary>
    public bool Concern(VoucherFacts voucher)
    {
        if (moves.Length == 0 || !voucher.InBook)
            return false;
        foreach (ref readonly var line in voucher.Lines)
        {
            foreach (var (rule, _) in moves)
            {
                if (rule.IsFaulty(context.Check, in line, out _, out _))
                    return true;
            }
        }

        return false;
    }

    /// <summary>What may be chosen for the lines of a voucher.</summary>
    /// <param name="voucher">As it stands after the changes of the plan.</param>
    /// <param name="left">What the rules about vouchers say of it then.</param>
    /// <param name="isTaken">Whether another choice writes the account of that line.</param>
    public IReadOnlyList<(string Rule, Choice Choice)> Offer(VoucherFacts voucher, IReadOnlyList<Finding> left, Predicate<FieldPlace> isTaken)
    {
        var faulty = Concern(voucher) ? Faulty(voucher) : [];
        var choices = new List<(string Rule, Choice Choice)>();
        var known = left.Select(static finding => finding.Rule).ToHashSet(StringComparer.Ordinal);
        foreach (var (move, number, account) in faulty)
        {
            var choice = faulty.Count > LinesMax || isTaken(new FieldPlace(number, "account")) ? null : Sound(move.Offer(voucher, in voucher.Lines[number - 1], context), voucher, known);
            (choice is null ? lacking : offered).Add((move.Code, account));
            if (choice is not null)
                choices.Add((move.Code, choice));
        }

        return choices;
    }

    /// <summary>Whether every line on the account that the finding tells of may be moved.</summary>
    public bool Answer(Finding finding) =>
        finding.Values.TryGetValue(ChartRepair.AccountPlace, out var account) && offered.Contains((finding.Rule, account)) && !lacking.Contains((finding.Rule, account));

    private List<(AccountMove Move, int Line, string Account)> Faulty(VoucherFacts voucher)
    {
        var faulty = new List<(AccountMove Move, int Line, string Account)>();
        foreach (ref readonly var line in voucher.Lines)
        {
            foreach (var (rule, move) in moves)
            {
                if (rule.IsFaulty(context.Check, in line, out var account, out _))
                    faulty.Add((move, line.Number, account));
            }
        }

        return faulty;
    }

    // A candidate that makes any other rule speak is none, even if that could be mended: nothing follows a move.
    private Choice? Sound(Choice? choice, VoucherFacts voucher, HashSet<string> known)
    {
        if (choice is null)
            return null;
        string[] sound = [.. choice.Candidates.Where(candidate => checker.Check(Moved(voucher, choice, candidate)).All(finding => known.Contains(finding.Rule)))];
        return sound.Length == 0 ? null : choice with { Candidates = sound };
    }

    private static Vouchers.Voucher Moved(VoucherFacts voucher, Choice choice, string candidate) =>
        VoucherEdits.Apply(voucher.Voucher, [new Edit(choice.Kind, choice.Line, choice.Field, candidate, choice.Why)]);
}
