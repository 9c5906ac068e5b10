namespace EDefter.Core.Rules;

/// <summary>Where rules put what they found. Fills the places of the rule's message; a place without a value is a bug and throws.</summary>
public sealed class FindingSink(Action<Finding> receive)
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly int[] bySeverity = new int[3];

    /// <summary>Findings so far per rule code.</summary>
    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>Findings so far of one severity.</summary>
    public int CountOf(Severity severity) => bySeverity[(int)severity];

    /// <summary>A finding about a voucher, or about one of its lines.</summary>
    /// <param name="rule">The rule that speaks.</param>
    /// <param name="voucher">The voucher it speaks of.</param>
    /// <param name="line">1-based line, or null.</param>
    /// <param name="field">Member as on the wire.</param>
    /// <param name="values">Values for the places of message and remedy, already in Turkish form.</param>
    public void Add(Rule rule, VoucherFacts voucher, int? line, string field, params ReadOnlySpan<(string Place, string Value)> values) =>
        Add(rule, voucher.Voucher.Id, voucher.Voucher.Number, voucher.Date, line, field, values);

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
        bySeverity[(int)info.Severity]++;
        receive(new Finding
        {
            Rule = info.Code,
            Severity = info.Severity,
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
}
