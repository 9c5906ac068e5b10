using System.Buffers;
using System.Collections;
using System.Text.Json;

namespace EDefter.Core.Reading;

/// <summary>
/// One JSON object or an array of them. Where the text stops being JSON, everything before it is kept and the rest is rejected as one row
/// that names the place: after a missing quotation mark nobody can say where the next voucher begins.
/// </summary>
internal sealed class JsonFramer : VoucherFramer
{
    // Far deeper than a voucher may be (VoucherLimits.DepthMax), so that a voucher that is only too deep is still framed and named.
    private const int NestingMax = 1024;

    private static readonly SearchValues<byte> EndOfScalar = SearchValues.Create(", \t\r\n]"u8);

    private readonly BitArray openIsArray = new(NestingMax);
    private State state = State.Start;
    private long element = 1;
    private int bomSeen;
    private int depth;
    private bool inString;
    private bool escaped;
    private bool single;

    private enum State
    {
        Start,
        FirstElement,
        Element,
        InsideNested,
        InsideScalar,
        AfterElement,
        AfterEnd,
        Stopped,
    }

    private static ReadOnlySpan<byte> Utf8Bom => [0xEF, 0xBB, 0xBF];

    public override void Push(ReadOnlySpan<byte> piece, ICollection<VoucherRow> rows)
    {
        var at = 0;
        while (at < piece.Length && state != State.Stopped)
        {
            at = state switch
            {
                State.InsideNested => Nested(piece, at, rows),
                State.InsideScalar => Scalar(piece, at, rows),
                _ => Between(piece, at, rows),
            };
        }
    }

    public override void Finish(ICollection<VoucherRow> rows)
    {
        if (state == State.InsideScalar)
            Complete(rows, Pending);
        switch (state)
        {
            case State.Start:
                Break(rows, "Gönderi boş; bir fiş ya da fişlerden oluşan bir dizi gönderin.");
                break;
            case State.FirstElement or State.Element or State.AfterElement:
                Break(rows, "Dizi kapanmadan bitiyor; gönderi yarıda kesilmiş olabilir, tamamını yeniden gönderin.");
                break;
            case State.InsideNested:
                Break(rows, "Fiş kapanmadan gönderi bitiyor; yarıda kesilmiş olabilir, tamamını yeniden gönderin.");
                break;
            default:
                break;
        }
    }

    private RowPlace Place => new("öğe", element);

    private int Between(ReadOnlySpan<byte> piece, int at, ICollection<VoucherRow> rows)
    {
        var b = piece[at];
        if (state == State.Start && IsBom(b))
            return at + 1;
        if (IsWhiteSpace(b) && !IsInsideBom)
            return at + 1;
        switch (state)
        {
            case State.Start when b == '[' && !IsInsideBom:
                state = State.FirstElement;
                return at + 1;
            case State.Start when b == '{' && !IsInsideBom:
                single = true;
                return Begin(b, at);
            case State.Start:
                Break(rows, "Gönderi bir JSON nesnesi ya da dizisi değil (UTF-8 JSON beklenir). Tablo gönderiyorsanız Content-Type başlığını CSV için text/csv, çalışma kitabı için .xlsx türü olarak verin.");
                return at;
            case State.FirstElement when b == ']':
            case State.AfterElement when b == ']':
                state = State.AfterEnd;
                return at + 1;
            case State.AfterElement when b == ',':
                state = State.Element;
                return at + 1;
            case State.AfterElement:
                Break(rows, "Fişler arasında virgül yok; buradan sonrası okunmadı.");
                return at;
            case State.AfterEnd:
                Break(rows, single
                    ? "Fişten sonra fazladan metin var; her satırda bir fiş gönderiyorsanız içerik türünü application/x-ndjson yapın."
                    : "Dizinin sonundan sonra fazladan metin var; buradan sonrası okunmadı.");
                return at;
            case State.FirstElement or State.Element when b is (byte)',' or (byte)']' or (byte)'}' or (byte)':':
                Break(rows, "Fişin yerinde fazladan bir işaret var; buradan sonrası okunmadı.");
                return at;
            default:
                return Begin(b, at);
        }
    }

    // Consumes nothing: the element's first byte is read again by the state that follows.
    private int Begin(byte first, int at)
    {
        depth = 0;
        inString = escaped = false;
        state = first is (byte)'{' or (byte)'[' or (byte)'"' ? State.InsideNested : State.InsideScalar;
        return at;
    }

    private int Nested(ReadOnlySpan<byte> piece, int at, ICollection<VoucherRow> rows)
    {
        for (var i = at; i < piece.Length; i++)
        {
            var b = piece[i];
            if (inString)
            {
                if (escaped)
                {
                    escaped = false;
                }
                else if (b == '\\')
                {
                    escaped = true;
                }
                else if (b == '"')
                {
                    inString = false;
                }
                else
                {
                    continue;
                }
            }
            else if (b == '"')
            {
                inString = true;
            }
            else if (b is (byte)'{' or (byte)'[')
            {
                if (depth == NestingMax)
                    return BreakAt(rows, i, "Fiş okunamayacak kadar iç içe; buradan sonrası okunmadı.");
                openIsArray[depth++] = b == '[';
                continue;
            }
            else if (b is (byte)'}' or (byte)']')
            {
                depth--;
                if (openIsArray[depth] != (b == ']'))
                    return BreakAt(rows, i, "Fişin parantezleri birbirini tutmuyor; buradan sonrası okunmadı.");
            }
            else
            {
                continue;
            }

            if (depth == 0 && !inString)
                return End(piece, at, i + 1, rows);
        }

        Keep(piece[at..]);
        return piece.Length;
    }

    private int Scalar(ReadOnlySpan<byte> piece, int at, ICollection<VoucherRow> rows)
    {
        var length = piece[at..].IndexOfAny(EndOfScalar);
        if (length >= 0)
            return End(piece, at, at + length, rows);
        Keep(piece[at..]);
        return piece.Length;
    }

    private int End(ReadOnlySpan<byte> piece, int from, int to, ICollection<VoucherRow> rows)
    {
        if (PendingLength == 0)
        {
            Complete(rows, piece[from..to]);
        }
        else
        {
            Keep(piece[from..to]);
            Complete(rows, Pending);
        }

        return to;
    }

    private void Complete(ICollection<VoucherRow> rows, ReadOnlySpan<byte> bytes)
    {
        var row = Parse(bytes, Place, out var broken);
        // The parser stops at the first thing that makes it no voucher; whether the brackets can be trusted shows only in the whole.
        broken = broken || (row.Rejection is not null && bytes.Length <= VoucherLimits.VoucherBytesMax && !IsJson(bytes));
        Forget();
        if (broken && !single)
        {
            Break(rows, row.Rejection!.Reason + " Bu öğe ve sonrası okunmadı.");
            return;
        }

        rows.Add(row);
        element++;
        state = single ? State.AfterEnd : State.AfterElement;
    }

    private static bool IsJson(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = NestingMax });
        try
        {
            while (reader.Read())
            {
                // Reading is the question.
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private int BreakAt(ICollection<VoucherRow> rows, int at, string reason)
    {
        Break(rows, reason);
        return at;
    }

    private void Break(ICollection<VoucherRow> rows, string reason)
    {
        rows.Add(VoucherRow.Rejected(new RejectedRow(Place.ToString(), Id: null, "unreadable", reason)));
        Forget();
        state = State.Stopped;
    }

    private bool IsInsideBom => bomSeen > 0 && bomSeen < Utf8Bom.Length;

    private bool IsBom(byte b)
    {
        if (bomSeen >= Utf8Bom.Length || b != Utf8Bom[bomSeen])
            return false;
        bomSeen++;
        return true;
    }
}
