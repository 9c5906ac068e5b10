using System.Text.Json;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Reading;

/// <summary>The documents of one voucher's lines. They are mostly one: where the same bytes come again it is the same document, which is read once and kept once.</summary>
internal struct LineDocuments
{
    private SourceDocument? last;
    private int start;
    private int length;

    /// <param name="reader">Before the value of <c>document</c>.</param>
    /// <param name="json">What the reader reads; the same for all lines.</param>
    /// <param name="before">The line's document, if it was there already.</param>
    /// <param name="id">The voucher's id, as far as it is known.</param>
    public SourceDocument? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, SourceDocument? before, string? id)
    {
        if (!VoucherJsonParts.EnterDocument(ref reader, before, id))
            return null;
        var from = (int)reader.TokenStartIndex;
        // An object tells by itself where it ends: bytes that begin like the last one are the last one.
        if (last is not null && json[from..].StartsWith(json.Slice(start, length)))
        {
            reader.Skip();
            return last;
        }

        last = VoucherJsonParts.ReadDocument(ref reader, json, id);
        (start, length) = (from, (int)reader.BytesConsumed - from);
        return last;
    }
}
