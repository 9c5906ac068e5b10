using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules;

/// <summary>
/// One check of a book: begun with what may be known, fed each voucher once (the days in order, any order inside a day, the undated drawer
/// whenever), ended once. Findings go out as they come; memory does not grow with the vouchers, apart from what a <see cref="MonthRule"/> remembers.
/// Not safe for use by several threads at once.
/// </summary>
public sealed class CheckEngine
{
    // Of what a part remembers; parts of another version are made again.
    private const int PartVersion = 1;

    private readonly CheckContext context;
    private readonly RuleBook book;
    private readonly RuleOutcome[] outcomes;
    private readonly FindingSink findings;
    private readonly LineRule[] lineRules;
    private readonly VoucherRule[] voucherRules;
    private readonly (int Rule, MonthPass Pass)[] passes;
    private readonly AccountsOnLines accountsOnLines;
    private readonly MonthPass[] otherPasses;
    private readonly MonthAggregates aggregates = new();
    private long vouchers;
    private long lines;
    private long received;

    // Counted where a voucher leaves the rules, not where it came in, so that one lost between the two shows.
    private long processed;

    private long cancelled;
    private long undated;
    private decimal debit;
    private decimal credit;
    private bool finished;

    private CheckEngine(CheckContext context, Action<Finding> receive, RuleBook book, bool isPart)
    {
        this.context = context;
        this.book = book;
        findings = new FindingSink(receive, context.Severities);
        outcomes = [.. book.Rules.Select(Outcome)];
        var running = book.Rules.Where((_, i) => outcomes[i] == RuleOutcome.Ran).ToArray();
        lineRules = [.. running.OfType<LineRule>()];
        voucherRules = [.. running.OfType<VoucherRule>()];
        passes = [.. Running<MonthRule>().Select(at => (at, ((MonthRule)book.Rules[at]).Begin(context)))];
        accountsOnLines = new AccountsOnLines([.. passes.Select(static pass => pass.Pass).OfType<AccountPass>().Where(static pass => pass.JudgesByLine)]);
        otherPasses = [.. passes.Select(static pass => pass.Pass).Where(static pass => pass is not AccountPass { JudgesByLine: true })];
        if (isPart)
            return;
        foreach (var rule in running.OfType<CompanyRule>())
            rule.Check(context, findings);
    }

    /// <summary>Begins a check and runs the rules about the company at once.</summary>
    /// <param name="context">What the rules may know.</param>
    /// <param name="receive">Gets each finding as soon as it is known.</param>
    /// <param name="book">Other rules than all of them; for tests of one rule.</param>
    public static CheckEngine Begin(CheckContext context, Action<Finding> receive, RuleBook? book = null) => new(context, receive, book ?? RuleBook.Standard, isPart: false);

    /// <summary>
    /// Begins a part of a check: it takes its share of the days, each whole and in order, and ends with <see cref="Save"/>. What is about the company or the whole range is said by the engine that joins the parts;
    /// it knows the same context.
    /// </summary>
    public static CheckEngine BeginPart(CheckContext context, Action<Finding> receive, RuleBook? book = null) => new(context, receive, book ?? RuleBook.Standard, isPart: true);

    /// <summary>What was gathered of the vouchers in the range so far.</summary>
    public MonthAggregates Aggregates => aggregates;

    /// <summary>Takes the next voucher.</summary>
    /// <param name="voucher">The voucher as received.</param>
    /// <param name="fromDrawer">It lies in the undated drawer (no readable date, or one that no fiscal year covers): it is shown in every check but is in no month's totals.</param>
    /// <param name="isRepaired">The version at hand was made by a repair, not sent by the ERP: its lines may be fewer or more than the ERP's.</param>
    public void Observe(Voucher voucher, bool fromDrawer = false, bool isRepaired = false)
    {
        if (finished)
            throw new InvalidOperationException("The check has ended.");
        received++;
        if (VoucherParts.IsDivided(voucher))
        {
            foreach (var part in VoucherParts.Of(voucher))
                Observe(VoucherFacts.Of(part, isRepaired), fromDrawer);
        }
        else
        {
            Observe(VoucherFacts.Of(voucher, isRepaired), fromDrawer);
        }

        processed++;
    }

    private void Observe(VoucherFacts facts, bool fromDrawer)
    {
        if (facts.InBook)
        {
            CheckVoucher(facts);
            if (fromDrawer)
                ObserveUndated(facts);
            else
                ObserveInMonth(facts);
        }
        else
        {
            ObserveCancelled(facts, fromDrawer);
        }
    }

    /// <summary>Ends the check: the rules across the month speak now.</summary>
    public CheckResult Finish()
    {
        if (finished)
            throw new InvalidOperationException("The check has ended.");
        finished = true;
        FinishPasses();
        JudgeAggregates();
        foreach (var at in Running<CoverageRule>())
            ((CoverageRule)book.Rules[at]).Judge(aggregates, [.. book.Rules.Select((rule, i) => (rule, outcomes[i]))], findings);
        return new CheckResult
        {
            Totals = new CheckTotals
            {
                Vouchers = vouchers,
                Lines = lines,
                Debit = debit,
                Credit = credit,
                Received = received,
                Processed = processed,
                Cancelled = cancelled,
                Undated = undated,
            },
            Coverage = Coverage(),
            Errors = findings.CountOf(Severity.Error),
            Warnings = findings.CountOf(Severity.Warning),
            Infos = findings.CountOf(Severity.Info),
        };
    }

    /// <summary>Ends a part: what it remembers, for the engine that joins it.</summary>
    public byte[] Save()
    {
        if (finished)
            throw new InvalidOperationException("The check has ended.");
        finished = true;
        return PackedFields.Pack(PartVersion, writer =>
        {
            foreach (var count in (ReadOnlySpan<long>)[vouchers, lines, received, processed, cancelled, undated])
                writer.Write(count);
            writer.Write(debit);
            writer.Write(credit);
            findings.Save(writer);
            aggregates.Save(writer);
            foreach (var (rule, pass) in passes)
            {
                writer.Write(book.Rules[rule].Info.Code);
                pass.Save(writer);
            }
        });
    }

    /// <summary>Takes over what a part remembers, as if this engine had seen its vouchers. The findings of the part were handed out by it.</summary>
    /// <exception cref="InvalidDataException">The part is of another version, or other rules ran in it.</exception>
    public void Join(Stream part)
    {
        if (finished)
            throw new InvalidOperationException("The check has ended.");
        PackedFields.Unpack(part, PartVersion, reader =>
        {
            vouchers += reader.ReadInt64();
            lines += reader.ReadInt64();
            received += reader.ReadInt64();
            processed += reader.ReadInt64();
            cancelled += reader.ReadInt64();
            undated += reader.ReadInt64();
            debit += reader.ReadDecimal();
            credit += reader.ReadDecimal();
            findings.Join(reader);
            aggregates.Join(reader);
            foreach (var (rule, pass) in passes)
                JoinPass(book.Rules[rule].Info.Code, pass, reader);
            return part;
        });
    }

    private static void JoinPass(string rule, MonthPass pass, BinaryReader reader)
    {
        if (reader.ReadString() is var found && !string.Equals(found, rule, StringComparison.Ordinal))
            throw new InvalidDataException($"A part remembers {found} where {rule} was expected.");
        pass.Join(reader);
    }

    private void FinishPasses()
    {
        foreach (var (rule, pass) in passes)
        {
            pass.Finish(findings);
            outcomes[rule] = pass.Outcome;
        }
    }

    private void JudgeAggregates()
    {
        foreach (var rule in Running<AggregateRule>())
            outcomes[rule] = ((AggregateRule)book.Rules[rule]).Judge(context, aggregates, findings);
    }

    // Places in the book of the rules of a kind that run.
    private int[] Running<T>()
        where T : Rule =>
        [.. Enumerable.Range(0, outcomes.Length).Where(i => outcomes[i] == RuleOutcome.Ran && book.Rules[i] is T)];

    private void CheckVoucher(VoucherFacts facts)
    {
        foreach (var rule in voucherRules)
            rule.Check(context, facts, findings);
        foreach (ref readonly var line in facts.Lines)
        {
            foreach (var rule in lineRules)
                rule.Check(context, facts, in line, findings);
        }
    }

    private void ObserveInMonth(VoucherFacts facts)
    {
        vouchers += CountOf(facts);
        lines += facts.Lines.Length;
        debit += facts.Debit;
        credit += facts.Credit;
        aggregates.Observe(facts);
        accountsOnLines.Observe(facts);
        foreach (var pass in otherPasses)
            pass.Observe(facts, findings);
    }

    private void ObserveUndated(VoucherFacts facts)
    {
        undated += CountOf(facts);
        aggregates.ObserveUndated(facts);
        accountsOnLines.Observe(facts);
        foreach (var pass in otherPasses)
            pass.ObserveUndated(facts, findings);
    }

    private void ObserveCancelled(VoucherFacts facts, bool fromDrawer)
    {
        cancelled += CountOf(facts);
        if (fromDrawer)
        {
            undated += CountOf(facts);
            return;
        }

        aggregates.ObserveCancelled(facts);
        foreach (var pass in otherPasses)
            pass.ObserveCancelled(facts);
    }

    // A divided voucher is one voucher of the ERP, however many entries it becomes.
    private static int CountOf(VoucherFacts entry) => entry.IsFirstOfVoucher ? 1 : 0;

    private RuleCoverage[] Coverage()
    {
        var coverage = new List<RuleCoverage>(book.Rules.Count);
        for (var i = 0; i < outcomes.Length; i++)
        {
            var code = book.Rules[i].Info.Code;
            if (book.Rules[i].Info.Phase == RulePhase.Check)
                coverage.Add(new RuleCoverage(code, outcomes[i], findings.Counts.GetValueOrDefault(code)));
        }

        return [.. coverage];
    }

    private RuleOutcome Outcome(Rule rule) => context.IsOff(rule.Info.Code) ? RuleOutcome.Off : rule.Applies(context);
}
