using System.Globalization;
using EDefter.Core.Journal;

namespace EDefter.Core.Formats.Delimited;

/// <summary>A delimited profile: one line of text per journal line.</summary>
internal sealed class DelimitedFileWriter : JournalFileWriter
{
    private const long MinorMax = 9_000_000_000_000_000;

    private readonly Profile profile;
    private readonly DelimitedFormat format;
    private readonly IReadOnlyDictionary<string, string> parameters;
    private readonly WritingNotes notes;
    private readonly FieldValues values;
    private readonly DelimitedText text;
    private readonly ByteBuffer bytes = new();
    private readonly byte[] lineEnd;
    private readonly byte[] head;
    private readonly byte separator;
    private readonly byte decimalSeparator;
    private FileFacts? facts;
    private Stream? output;
    private JournalEntry? rendered;
    private long rows;
    private long partBytes;

    public DelimitedFileWriter(Profile profile, IReadOnlyDictionary<string, string> parameters, WritingNotes notes)
    {
        this.profile = profile;
        this.parameters = parameters;
        this.notes = notes;
        format = profile.Delimited!;
        values = new FieldValues(profile.Values);
        text = new DelimitedText(format, profile.Text, notes, bytes);
        separator = (byte)format.Separator;
        decimalSeparator = (byte)profile.Values.DecimalSeparator;
        lineEnd = format.LineEnd switch
        {
            LineEnd.LineFeed => "\n"u8.ToArray(),
            LineEnd.CarriageReturn => "\r"u8.ToArray(),
            LineEnd.CarriageReturnLineFeed => "\r\n"u8.ToArray(),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), format.LineEnd, message: null),
        };
        head = Head();
    }

    public override void Begin(Stream output, FileFacts facts)
    {
        this.output = output;
        this.facts = facts;
        rows = 0;
        partBytes = head.Length;
        output.Write(head);
    }

    public override bool HasRoomFor(JournalEntry entry)
    {
        if (!ReferenceEquals(rendered, entry))
            Render(entry);
        return rows + entry.Lines.Count <= profile.RowsMax && !(partBytes + bytes.Length > profile.BytesMax);
    }

    public override bool FitsEmptyPart(JournalEntry entry) =>
        entry.Lines.Count <= profile.RowsMax && !(head.Length + bytes.Length > profile.BytesMax);

    public override void Write(JournalEntry entry)
    {
        if (!ReferenceEquals(rendered, entry))
            throw new InvalidOperationException("The writer was not asked for room for this entry.");
        partBytes += bytes.Length;
        rows += entry.Lines.Count;
        output!.Write(bytes.Written);
        rendered = null;
    }

    public override FileResult End()
    {
        output = null;
        return new FileResult(rows, Content: null);
    }

    private byte[] Head()
    {
        bytes.Clear();
        if (format.ByteOrderMark)
            bytes.Write([0xEF, 0xBB, 0xBF]);
        if (format.Header)
        {
            for (var i = 0; i < format.Columns.Count; i++)
            {
                Separate(i);
                text.Fixed(format.Columns[i].Header);
            }

            bytes.Write(lineEnd);
        }

        return bytes.Written.ToArray();
    }

    // An entry is rendered once, before it is known which part it goes to, so that nothing is noted twice.
    private void Render(JournalEntry entry)
    {
        bytes.Clear();
        notes.Entry = entry;
        foreach (var line in entry.Lines)
        {
            notes.Line = line;
            for (var i = 0; i < format.Columns.Count; i++)
            {
                Separate(i);
                WriteValue(format.Columns[i], entry, line);
            }

            bytes.Write(lineEnd);
        }

        notes.Entry = null;
        notes.Line = null;
        rendered = entry;
    }

    private void Separate(int column)
    {
        if (column > 0)
            bytes.Write([separator]);
    }

    private void WriteValue(ProfileColumn column, JournalEntry entry, JournalLine line)
    {
        if (column.Field is not { } canonical)
        {
            text.Value(column, column.Constant ?? parameters[column.Parameter!], Empty(column));
            return;
        }

        switch (column.Nature)
        {
            case FieldNature.Integer:
                WriteInteger(FieldValues.Integer(canonical, facts!, entry, line));
                break;
            case FieldNature.Amount:
                WriteAmount(column, FieldValues.Amount(canonical, entry, line));
                break;
            case FieldNature.Decimal:
                WriteDecimal(column, FieldValues.Decimal(canonical, line));
                break;
            case FieldNature.Date:
                WriteDate(column, FieldValues.Date(canonical, facts!, entry, line));
                break;
            default:
                text.Value(column, values.Text(canonical, facts!, entry, line), Empty(column));
                break;
        }
    }

    private string Empty(ProfileColumn column) => column.Empty ?? profile.Values.Empty;

    private void WriteInteger(long number)
    {
        Quote();
        number.TryFormat(bytes.Reserve(24), out var written, default, CultureInfo.InvariantCulture);
        bytes.Advance(written);
        Quote();
    }

    private void WriteAmount(ProfileColumn column, decimal? amount)
    {
        if (amount is not { } value)
        {
            text.Fixed(Empty(column));
            return;
        }

        Quote();
        var minor = value * 100m;
        if (minor <= MinorMax && profile.Values.AmountDigits == 2)
            WriteMinor((long)minor);
        else
            WritePadded(value, profile.Values.AmountDigits);
        Quote();
    }

    private void WriteMinor(long minor)
    {
        var (whole, cents) = Math.DivRem(minor, 100);
        var target = bytes.Reserve(24);
        whole.TryFormat(target, out var written, default, CultureInfo.InvariantCulture);
        target[written] = decimalSeparator;
        target[written + 1] = (byte)('0' + (cents / 10));
        target[written + 2] = (byte)('0' + (cents % 10));
        bytes.Advance(written + 3);
    }

    private void WritePadded(decimal value, int digits)
    {
        var target = bytes.Reserve(64);
        Span<char> form = ['F', (char)('0' + digits)];
        value.TryFormat(target, out var written, form, CultureInfo.InvariantCulture);
        WithSeparator(target[..written]);
        bytes.Advance(written);
    }

    private void WriteDecimal(ProfileColumn column, decimal? number)
    {
        if (number is not { } value)
        {
            text.Fixed(Empty(column));
            return;
        }

        Quote();
        var target = bytes.Reserve(64);
        value.TryFormat(target, out var written, default, CultureInfo.InvariantCulture);
        WithSeparator(target[..written]);
        bytes.Advance(written);
        Quote();
    }

    private void WithSeparator(Span<byte> digits)
    {
        var point = digits.IndexOf((byte)'.');
        if (point >= 0)
            digits[point] = decimalSeparator;
    }

    private void WriteDate(ProfileColumn column, DateOnly? day)
    {
        if (day is not { } value)
        {
            text.Fixed(Empty(column));
            return;
        }

        Quote();
        value.TryFormat(bytes.Reserve(16), out var written, column.DateFormat ?? profile.Values.DateFormat, CultureInfo.InvariantCulture);
        bytes.Advance(written);
        Quote();
    }

    // Numbers and dates never need quotes; they wear them where every value does.
    private void Quote()
    {
        if (format.Quoting == Quoting.Always)
            bytes.Write("\""u8);
    }
}
