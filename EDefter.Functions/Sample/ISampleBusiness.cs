namespace EDefter.Functions.Sample;

/// <summary>One side of the hotel's business. Drafts are posted as they are yielded, so each sees the balances that the one before left.</summary>
public interface ISampleBusiness
{
    /// <summary>What happened on <see cref="SampleBook.Today"/>.</summary>
    IEnumerable<SampleDraft> Day(SampleBook book);
}
