using System.Buffers;

namespace EDefter.Core.Reading;

/// <summary>
/// Cuts what arrives, in pieces of any size, into vouchers. Remembers at most one unfinished voucher and never more of it than
/// <see cref="VoucherLimits.VoucherBytesMax"/>, so memory does not grow with what is sent. The rows do not depend on where the pieces were cut.
/// </summary>
public abstract class VoucherFramer
{
    private ArrayBufferWriter<byte> pending = new();
    private long pendingLength;

    public static VoucherFramer For(VoucherContent content) => content switch
    {
        VoucherContent.Json => new JsonFramer(),
        VoucherContent.NdJson => new NdJsonFramer(),
        _ => throw new ArgumentOutOfRangeException(nameof(content), content, message: null),
    };

    /// <summary>Takes the next piece and adds a row for every voucher that is complete with it.</summary>
    public abstract void Push(ReadOnlySpan<byte> piece, ICollection<VoucherRow> rows);

    /// <summary>Nothing more comes: adds a row for what is left.</summary>
    public abstract void Finish(ICollection<VoucherRow> rows);

    /// <summary>Bytes of the unfinished voucher so far, also those that were too many to keep.</summary>
    private protected long PendingLength => pendingLength;

    /// <summary>The beginning of the unfinished voucher.</summary>
    private protected ReadOnlySpan<byte> Pending => pending.WrittenSpan;

    private protected void Keep(ReadOnlySpan<byte> bytes)
    {
        pendingLength += bytes.Length;
        // One byte over the limit, beside a byte order mark, is enough to know that it is over.
        var room = VoucherLimits.VoucherBytesMax + 4 - pending.WrittenCount;
        pending.Write(bytes[..Math.Min(room, bytes.Length)]);
    }

    /// <summary>Forgets the unfinished voucher; the room that one huge voucher took is given back.</summary>
    private protected void Forget()
    {
        pendingLength = 0;
        if (pending.Capacity > 1024 * 1024)
            pending = new ArrayBufferWriter<byte>();
        else
            pending.ResetWrittenCount();
    }

    /// <summary>Reads one whole voucher.</summary>
    /// <param name="json">Its bytes.</param>
    /// <param name="place">Its place.</param>
    /// <param name="broken">It is no JSON at all, so that what follows it in the same text cannot be trusted.</param>
    private protected static VoucherRow Parse(ReadOnlySpan<byte> json, RowPlace place, out bool broken)
    {
        broken = false;
        try
        {
            return VoucherRow.Read(place, VoucherJsonParser.Parse(json));
        }
        catch (UnreadableVoucherException exception)
        {
            broken = exception.IsBrokenJson;
            return VoucherRow.Rejected(new RejectedRow(place.ToString(), exception.Id, exception.Code, exception.Message));
        }
    }

    private protected static bool IsWhiteSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
