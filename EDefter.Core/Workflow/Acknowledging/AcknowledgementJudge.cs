using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Acknowledging;

/// <summary>Says which acknowledgements of a book hold today: looked at when something is read, so that acknowledging needs no new check.</summary>
public sealed class AcknowledgementJudge(IAcknowledgements acknowledgements, IVoucherLog log, TimeProvider clock)
{
    /// <summary>All of a book's with their states, oldest first.</summary>
    public async Task<IReadOnlyList<(Acknowledgement Said, AcknowledgementState State)>> JudgeAsync(Book book, CancellationToken cancellationToken)
    {
        var all = new List<Acknowledgement>();
        await foreach (var said in acknowledgements.ListAsync(book.Id, cancellationToken))
            all.Add(said);
        var today = TurkishDay.Of(clock.GetUtcNow());
        var vouchers = all.Where(said => said.VoucherId is not null && StateBy(said, today) == AcknowledgementState.Standing).Select(said => said.VoucherId!).Distinct(StringComparer.Ordinal).ToList();
        var contents = vouchers.Count == 0
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : await log.ContentHashesAsync(book.Id, book.Company, vouchers, cancellationToken);
        return [.. all.OrderBy(said => said.At).ThenBy(said => said.Id, StringComparer.Ordinal).Select(said => (said, StateOf(said, today, contents)))];
    }

    public async Task<StandingAcknowledgements> StandingAsync(Book book, CancellationToken cancellationToken) =>
        new([.. (await JudgeAsync(book, cancellationToken)).Where(judged => judged.State == AcknowledgementState.Standing).Select(judged => judged.Said)]);

    private static AcknowledgementState StateOf(Acknowledgement said, DateOnly today, IReadOnlyDictionary<string, string> contents)
    {
        var state = StateBy(said, today);
        return state == AcknowledgementState.Standing && said.VoucherId is { } voucher && !string.Equals(contents.GetValueOrDefault(voucher), said.Content, StringComparison.Ordinal)
            ? AcknowledgementState.VoucherChanged
            : state;
    }

    private static AcknowledgementState StateBy(Acknowledgement said, DateOnly today) => said switch
    {
        { Withdrawn: not null } => AcknowledgementState.Withdrawn,
        { Until: { } last } when last < today => AcknowledgementState.Expired,
        _ => AcknowledgementState.Standing,
    };
}
