using System.Buffers;
using System.Runtime.CompilerServices;
using EDefter.Core.Reading;

namespace EDefter.Core.Workflow;

/// <summary>
/// Vouchers from a body of any size, one after the other, in bounded memory. It stands here and not in Reading because Workflow is the only
/// asynchronous room: the cutting and reading itself (<see cref="VoucherFramer"/>) is synchronous and pure.
/// </summary>
public static class VoucherStreamReader
{
    private const int PieceBytes = 64 * 1024;

    /// <param name="body">UTF-8, with or without a byte order mark, already unpacked. Not disposed.</param>
    /// <param name="content">How the vouchers stand in it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>A row for everything that came: a voucher, or why it is none, with its place ("satır 17", "öğe 3").</returns>
    /// <exception cref="BodyTooLargeException">The body is a <see cref="BoundedStream"/> and its limit is broken.</exception>
    public static async IAsyncEnumerable<VoucherRow> ReadAsync(Stream body, VoucherContent content, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var framer = VoucherFramer.For(content);
        var rows = new List<VoucherRow>();
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            int read;
            while ((read = await body.ReadAsync(piece.AsMemory(0, PieceBytes), cancellationToken)) > 0)
            {
                framer.Push(piece.AsSpan(0, read), rows);
                foreach (var row in rows)
                    yield return row;
                rows.Clear();
            }

            framer.Finish(rows);
            foreach (var row in rows)
                yield return row;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
