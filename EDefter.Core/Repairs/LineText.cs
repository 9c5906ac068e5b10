using System.Buffers;
using System.Text;
using EDefter.Core.Reading;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>Lines as JSON text inside a change: the same members and digits as in the voucher, by the voucher's own writer and parser.</summary>
internal static class LineText
{
    private static readonly byte[] Before = """{"id":"-","lines":"""u8.ToArray();

    /// <summary>A JSON array of lines.</summary>
    public static string Write(params VoucherLine[] lines)
    {
        var json = VoucherJsonWriter.ToBytes(new Voucher { Id = "-", Lines = lines });
        return Encoding.UTF8.GetString(json.AsSpan(Before.Length, json.Length - Before.Length - 1));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<VoucherLine> Read(string lines)
    {
        var json = new ArrayBufferWriter<byte>(Before.Length + lines.Length + 16);
        json.Write(Before);
        Encoding.UTF8.GetBytes(lines, json);
        json.Write("}"u8);
        return VoucherJsonParser.Parse(json.WrittenSpan).Lines;
    }

    /// <summary>The amounts of a line and the word for its side, as a division or removal of the line shows them.</summary>
    public static string Amounts(VoucherLine line) => Write(new VoucherLine { Debit = line.Debit, Credit = line.Credit, Side = line.Side });
}
