namespace EDefter.Core.Rules;

/// <summary>Where rules put what they found. Fills the places of the rule's message; a place without a value is a bug and throws.</summary>
/// <param name="receive">Gets each finding.</param>
/// <param name="severities">How grave the rules are for the company; absent: as the law says.</param>
public sealed class FindingSink(Action<Finding> receive, CompanySeverities? severities = null)
{
    private readonly CompanySeverities severities = severities ?? CompanySeverities.OfLaw;
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly int[] bySeverity = new int[3];
    private readonly HashSet<(string Rule, string Field)> saidOfHead = [];
    private string? dividedVoucher;

    /// <summary>Findings so far per rule code.</summary>
    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>Findings so far of one severity.</summary>
    public int CountOf(Severity severity) => bySeverity[(int)severity];

    /// <summary>Writes how many findings there were of each rule.</summary>
    internal void Save(BinaryWriter writer)
    {
        writer.Write(counts.Count);
        foreach (var (rule, count) in counts)
        {
            writer.Write(rule);
            writer.Write(count);
        }

        foreach (var count in bySeverity)
            writer.Write(count);
    }

    /// <summary>Counts findings that another sink has handed out.</summary>
    internal void Join(BinaryReader reader)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var rule = reader.ReadString();
            counts[rule] = counts.GetValueOrDefault(rule) + reader.ReadInt32();
        }

        for (var severity = 0; severity < bySeverity.Length; severity++)
            bySeverity[severity] += reader.ReadInt32();
    }

    /// <summary>A finding about a voucher, or about one of its lines.</summary>
    /// <param name="rule">The rule that speaks.</param>
    /// <param name="voucher">The voucher it speaks of.</param>
    /// <param name="line">1-based place among the lines given, or null; told as the place in the stored voucher.</param>
    /// <param name="field">Member as on the wire.</param>
    /// <param name="values">Values for the places of message and remedy, already in Turkish form.</param>
    public void Add(Rule rule, VoucherFacts voucher, int? line, string field, params ReadOnlySpan<(string Place, string Value)> values)
    {
        if (voucher.Part is null || line is not null || !IsSaidOfHead(rule, voucher, field))
            Add(rule, voucher.Voucher.Id, voucher.Voucher.Number, voucher.Date, voucher.PlaceInVoucher(line), field, values);
    }

    /// <summary>A finding about the company, the branch or the month.</summary>
    public void Add(Rule rule, string field, params ReadOnlySpan<(string Place, string Value)> values) =>
        Add(rule, voucherId: null, voucherNumber: null, date: null, line: null, field, values);

    /// <summary>A finding about a voucher whose likely source can be told.</summary>
    /// <param name="rule">The rule that speaks.</param>
    /// <param name="voucher">The voucher it speaks of.</param>
    /// <param name="field">Member as on the wire.</param>
    /// <param name="trail">See <see cref="Finding.Trail"/>.</param>
    /// <param name="values">Values for the places of message and remedy, already in Turkish form.</param>
    public void AddWithTrail(Rule rule, VoucherFacts voucher, string field, IReadOnlyList<string> trail, params ReadOnlySpan<(string Place, string Value)> values) =>
        Receive(rule, voucher.Voucher.Id, voucher.Voucher.Number, voucher.Date, line: null, field, trail, values);

    /// <summary>A finding about a voucher that is no longer at hand (a month's aggregate remembers only its name).</summary>
    public void Add(Rule rule, string? voucherId, string? voucherNumber, DateOnly? date, int? line, string field, params ReadOnlySpan<(string Place, string Value)> values) =>
        Receive(rule, voucherId, voucherNumber, date, line, field, [], values);

    private void Receive(Rule rule, string? voucherId, string? voucherNumber, DateOnly? date, int? line, string field, IReadOnlyList<string> trail, ReadOnlySpan<(string Place, string Value)> values)
    {
        var info = rule.Info;
        var filled = new Dictionary<string, string>(values.Length, StringComparer.Ordinal);
        foreach (var (place, value) in values)
            filled[place] = value;
        counts[info.Code] = counts.GetValueOrDefault(info.Code) + 1;
        var severity = severities.Of(info);
        bySeverity[(int)severity]++;
        receive(new Finding
        {
            Rule = info.Code,
            Severity = severity,
            VoucherId = voucherId,
            VoucherNumber = voucherNumber,
            Date = date,
            Line = line,
            Field = field,
            Message = MessageTemplate.Fill(info.Message, filled),
            Remedy = MessageTemplate.Fill(info.Remedy, filled),
            Source = info.Source,
            Values = filled,
            RepairClass = info.RepairClass,
            Trail = trail,
        });
    }

    // Every entry of a divided voucher has the same head: what was said of it for one entry is not said again for the next. Balance, document and
    // grouping are each entry's own.
    private bool IsSaidOfHead(Rule rule, VoucherFacts voucher, string field)
    {
        if (field is "balance" or "lines" || field.StartsWith("document", StringComparison.Ordinal) || field.StartsWith("grouping", StringComparison.Ordinal))
            return false;
        if (!string.Equals(dividedVoucher, voucher.Voucher.Id, StringComparison.Ordinal))
            saidOfHead.Clear();
        dividedVoucher = voucher.Voucher.Id;
        return !saidOfHead.Add((rule.Info.Code, field));
    }
}
