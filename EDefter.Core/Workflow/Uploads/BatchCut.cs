using EDefter.Core.Reading;

namespace EDefter.Core.Workflow.Uploads;

/// <summary>Cuts a stream of rows into batches, holding one row at a time. Where it cuts depends on the rows alone.</summary>
internal sealed class BatchCut
{
    private readonly IAsyncEnumerator<VoucherRow> rows;

    private BatchCut(IAsyncEnumerator<VoucherRow> rows) => this.rows = rows;

    public bool IsAtEnd { get; private set; }

    public static async Task<BatchCut> BeginAsync(IAsyncEnumerator<VoucherRow> rows) => new(rows) { IsAtEnd = !await rows.MoveNextAsync() };

    /// <summary>The next batch; it must be read to its end before the one after it.</summary>
    public async IAsyncEnumerable<VoucherRow> NextAsync(int most)
    {
        for (var n = 0; n < most && !IsAtEnd; n++)
        {
            yield return rows.Current;
            IsAtEnd = !await rows.MoveNextAsync();
        }
    }
}
