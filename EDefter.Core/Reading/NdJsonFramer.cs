namespace EDefter.Core.Reading;

/// <summary>One voucher a line. Every line is counted, blank ones are skipped, and a broken one takes no other with it.</summary>
internal sealed class NdJsonFramer : VoucherFramer
{
    private long line = 1;

    public override void Push(ReadOnlySpan<byte> piece, ICollection<VoucherRow> rows)
    {
        while (piece.Length > 0)
        {
            var end = piece.IndexOf((byte)'\n');
            if (end < 0)
            {
                Keep(piece);
                return;
            }

            if (PendingLength == 0)
            {
                Take(piece[..end], rows);
            }
            else
            {
                Keep(piece[..end]);
                Take(Pending, rows);
                Forget();
            }

            line++;
            piece = piece[(end + 1)..];
        }
    }

    public override void Finish(ICollection<VoucherRow> rows)
    {
        if (PendingLength == 0)
            return;
        Take(Pending, rows);
        Forget();
    }

    private void Take(ReadOnlySpan<byte> bytes, ICollection<VoucherRow> rows)
    {
        if (line == 1 && bytes.StartsWith(Utf8Bom))
            bytes = bytes[Utf8Bom.Length..];
        if (bytes.IndexOfAnyExcept(" \t\r"u8) >= 0)
            rows.Add(Parse(bytes, new RowPlace("satır", line), out _));
    }

    private static ReadOnlySpan<byte> Utf8Bom => [0xEF, 0xBB, 0xBF];
}
