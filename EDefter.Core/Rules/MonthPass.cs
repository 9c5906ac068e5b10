namespace EDefter.Core.Rules;

/// <summary>The memory of one <see cref="MonthRule"/> during one check.</summary>
public abstract class MonthPass
{
    /// <summary>A voucher of the book. The order inside a day is not known: what is said must not depend on it.</summary>
    public abstract void Observe(VoucherFacts voucher, FindingSink findings);

    /// <summary>A cancelled voucher: kept, but not in the book. Only rules that count what arrived look at it.</summary>
    public virtual void ObserveCancelled(VoucherFacts voucher)
    {
    }

    /// <summary>A voucher of the undated drawer: it belongs to no month yet, so most rules across a month have nothing to say of it.</summary>
    public virtual void ObserveUndated(VoucherFacts voucher, FindingSink findings)
    {
    }

    public abstract void Finish(FindingSink findings);

    /// <summary>Writes what the pass remembers, so that a pass of the same rule in another process may go on with it. Nothing was told at an end yet.</summary>
    public abstract void Save(BinaryWriter writer);

    /// <summary>
    /// Adds what another pass of the rule has seen of other days. Whatever way whole days are divided among passes, and in whatever order these are joined, the last one speaks as
    /// if it had seen them all.
    /// </summary>
    public abstract void Join(BinaryReader reader);

    /// <summary>Whether the rule could judge after all, asked after <see cref="Finish"/>: that what it compares with is unknown may show only when the last voucher was seen.</summary>
    public virtual RuleOutcome Outcome => RuleOutcome.Ran;
}
