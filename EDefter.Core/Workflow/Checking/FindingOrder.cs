using EDefter.Core.Rules;

namespace EDefter.Core.Workflow.Checking;

/// <summary>Watches in what order a check makes its findings.</summary>
public sealed class FindingOrder
{
    private long made;
    private long first;
    private bool isOpen;
    private bool isBroken;

    /// <summary>The voucher that the rules look at.</summary>
    public string? Current { get; set; }

    /// <summary>Null when a rule spoke of another voucher than the one at hand.</summary>
    public FindingsSpan? Span { get; private set; }

    public void Begin() => (first, isOpen) = (made, true);

    public void End() => (Span, isOpen) = (isBroken ? null : new FindingsSpan(first, made - first), false);

    /// <summary>The findings of a part follow, in the order of their own vouchers; parts come in the order of their days.</summary>
    /// <param name="part">What the part's own watch says of them.</param>
    public void Join(FindingsSpan? part)
    {
        if (part is null)
            isBroken = true;
        else
            made += part.Count;
    }

    public void Add(Finding finding)
    {
        made++;
        isBroken |= isOpen && !string.Equals(finding.VoucherId, Current, StringComparison.Ordinal);
    }
}
