using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>One voucher while its part of a plan is made: how it stands after the changes so far, and which change wrote what.</summary>
internal sealed class VoucherWork
{
    // Two repairs that undo each other would go round for ever; no honest voucher needs a repair more often.
    private const int BatchesMax = 4;

    // A member is remembered by the identity of its line, not by its place, because structural changes move lines.
    private readonly Dictionary<(int Line, string Field), int> writers = [];
    private readonly Voucher received;
    private readonly List<int> lineIdentities;
    private readonly Dictionary<int, int> dividedFrom = [];
    private readonly Dictionary<string, int> batches = new(StringComparer.Ordinal);
    private readonly HashSet<string> useless = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> changesWhenUseless = new(StringComparer.Ordinal);
    private readonly List<Change> changes;
    private readonly List<int> structural = [];
    private int? dependsOn;
    private int? division;
    private int nextIdentity;

    public VoucherWork(Voucher voucher)
    {
        Current = received = voucher;
        changes = [];
        lineIdentities = [.. Enumerable.Range(1, voucher.Lines.Count)];
        nextIdentity = voucher.Lines.Count + 1;
    }

    private VoucherWork(VoucherWork origin, int choice)
    {
        Current = origin.Current;
        received = origin.received;
        changes = [];
        writers = new Dictionary<(int, string), int>(origin.writers);
        lineIdentities = [.. origin.lineIdentities];
        dividedFrom = new Dictionary<int, int>(origin.dividedFrom);
        structural = [.. origin.structural];
        nextIdentity = origin.nextIdentity;
        dependsOn = choice;
        division = origin.division;
    }

    /// <summary>The voucher with all changes so far.</summary>
    public Voucher Current { get; private set; }

    public IReadOnlyList<Change> Changes => changes;

    /// <summary>The same voucher, to see what follows from a choice; everything recorded there depends on the choice.</summary>
    public VoucherWork Fork(int choice) => new(this, choice);

    /// <summary>Whether repairs of this code may be tried now: not when they were useless on the voucher as it stands, nor when they were taken too often.</summary>
    public bool MayTry(string code) => !useless.Contains(code) && batches.GetValueOrDefault(code) < BatchesMax;

    /// <summary>Repairs of this code do nothing good now; once another repair is taken they may.</summary>
    public void SetAside(string code)
    {
        useless.Add(code);
        changesWhenUseless.TryAdd(code, changes.Count);
    }

    /// <summary>The change that last wrote the member; null when it stands as received.</summary>
    public int? WriterOf(FieldPlace place)
    {
        var identity = Identity(place.Line);
        int writer;
        // What was written before a line was divided stands on both halves.
        while (!writers.TryGetValue((identity, place.Field), out writer))
        {
            if (!dividedFrom.TryGetValue(identity, out identity))
                return null;
        }

        return writer;
    }

    /// <summary>Records the batch as changes and makes it: first every change of members, then the structural ones from the last line up.</summary>
    public void Take(IReadOnlyList<(Repair Repair, Proposal Proposal)> batch, Voucher mended, Func<int> nextNumber)
    {
        var before = Current;
        var earlierStructural = structural.ToArray();
        var codes = batch.Select(static taken => taken.Repair.Code).Distinct(StringComparer.Ordinal).ToList();
        var madeUseful = codes.ToDictionary(static code => code, MadeUseful, StringComparer.Ordinal);
        foreach (var (repair, proposal) in batch)
        {
            var numbers = new int[proposal.Edits.Count];
            for (var i = 0; i < numbers.Length; i++)
                numbers[i] = nextNumber();
            for (var i = 0; i < numbers.Length; i++)
            {
                var requires = Requires(proposal.Edits[i], earlierStructural);
                // What the proposal was derived from is asked for once: its edits ask for each other.
                foreach (var read in i == 0 ? proposal.Reads : [])
                    Require(requires, read);
                if (i == 0)
                    requires.UnionWith(madeUseful[repair.Code]);
                // Edits of one proposal stand or fall together: each asks for the next one, and the last for the first.
                if (numbers.Length > 1)
                    requires.Add(numbers[(i + 1) % numbers.Length]);
                changes.Add(ChangeOf(before, repair.Code, repair.Class, proposal.Edits[i], numbers[i], requires));
            }

            for (var i = 0; i < numbers.Length; i++)
                Wrote(proposal.Edits[i], numbers[i]);
        }

        foreach (var code in codes)
            batches[code] = batches.GetValueOrDefault(code) + 1;
        useless.Clear();
        Current = mended;
    }

    /// <summary>Records what a person may choose from.</summary>
    /// <param name="rule">The rule that it answers.</param>
    /// <param name="choice">Its candidates, sound on the voucher with all changes so far.</param>
    /// <param name="number">Its number in the plan.</param>
    /// <param name="standsAlone">Whether it is sound too on the voucher with no more than the changes it asks for; where not, it asks for all.</param>
    public Change Offer(string rule, Choice choice, int number, Predicate<Voucher> standsAlone)
    {
        var requires = new SortedSet<int>();
        if (choice.Line is not null)
            requires.UnionWith(structural);
        Require(requires, new FieldPlace(choice.Line, choice.Field));
        foreach (var read in choice.Reads)
            Require(requires, read);
        if (choice.ReadsAmounts)
            requires.UnionWith(writers.Where(static written => written.Key.Field is "debit" or "credit").Select(static written => written.Value));
        var mending = changes.Where(static change => change.Class != RepairClass.C).ToList();
        var asked = ChangeClosure.Of(changes, requires);
        if (mending.Exists(change => !asked.Contains(change.N)) && !standsAlone(ChangeClosure.Make(received, changes, asked)))
            requires.UnionWith(mending.Select(static change => change.N));
        var offered = ChangeOf(Current, rule, RepairClass.C, new Edit(choice.Kind, choice.Line, choice.Field, After: null, choice.Why), number, requires) with { Candidates = choice.Candidates };
        changes.Add(offered);
        return offered;
    }

    /// <summary>Makes the changes ask for each other in a ring.</summary>
    /// <param name="numbers">One change of each of those that stand or fall together.</param>
    public void Tie(IReadOnlyList<int> numbers)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            var at = changes.FindIndex(change => change.N == numbers[i]);
            changes[at] = changes[at] with { Requires = [.. changes[at].Requires.Append(numbers[(i + 1) % numbers.Count]).Distinct().Order()] };
        }
    }

    /// <summary>Supposes that the choice was made, to see what follows.</summary>
    public void Suppose(Edit edit, int number)
    {
        Current = VoucherEdits.Apply(Current, [edit]);
        Wrote(edit, number);
    }

    /// <summary>Takes over what a fork recorded.</summary>
    public void Adopt(IEnumerable<Change> followed) => changes.AddRange(followed);

    // What was useless before these changes would be so again without them.
    private List<int> MadeUseful(string code) =>
        changesWhenUseless.TryGetValue(code, out var before) ? [.. changes.Skip(before).Select(static change => change.N)] : [];

    private SortedSet<int> Requires(Edit edit, int[] earlierStructural)
    {
        var requires = new SortedSet<int>();
        // Line numbers after a structural change count on it.
        if (edit.Line is not null || edit.IsDivision)
            requires.UnionWith(earlierStructural);
        if (dependsOn is { } choice)
            requires.Add(choice);
        // Nothing else was left to do when the voucher was divided: what comes after it follows from it.
        if (division is { } divided)
            requires.Add(divided);
        Require(requires, new FieldPlace(edit.Line, edit.Field));
        if (edit.IsStructural)
        {
            Require(requires, new FieldPlace(edit.Line, "debit"));
            Require(requires, new FieldPlace(edit.Line, "credit"));
            Require(requires, new FieldPlace(edit.Line, "side"));
        }

        return requires;
    }

    private void Require(SortedSet<int> requires, FieldPlace place)
    {
        if (WriterOf(place) is { } writer)
            requires.Add(writer);
    }

    private void Wrote(Edit edit, int number)
    {
        if (edit.IsDivision)
        {
            division = number;
            return;
        }

        if (!edit.IsStructural)
        {
            writers[(Identity(edit.Line), edit.Field)] = number;
            return;
        }

        structural.Add(number);
        if (edit.Line is not { } line)
            lineIdentities.Add(nextIdentity++);
        else if (edit.After is null)
            lineIdentities.RemoveAt(line - 1);
        else
            Divide(line);
    }

    private void Divide(int line)
    {
        dividedFrom[nextIdentity] = lineIdentities[line - 1];
        lineIdentities.Insert(line, nextIdentity++);
    }

    private Change ChangeOf(Voucher before, string rule, RepairClass repairClass, Edit edit, int number, SortedSet<int> requires) => new()
    {
        N = number,
        Rule = rule,
        Class = repairClass,
        Kind = edit.Kind,
        Target = RuleTarget.Voucher,
        VoucherId = Current.Id,
        VoucherNumber = Current.Number,
        Line = edit.Line,
        Field = edit.Field,
        Before = VoucherEdits.Read(before, edit.Kind, edit.Line, edit.Field),
        After = edit.After,
        Parts = edit.Parts,
        Why = edit.Why,
        Requires = [.. requires],
    };

    // 0 is the head.
    private int Identity(int? line) => line is { } number ? lineIdentities[number - 1] : 0;
}
