using System.Globalization;
using System.Text;
using EDefter.Core.Journal;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.TextFiles;

/// <summary>The value of a column as bytes of a text format. What stands around a value, and what is escaped inside it, is the format's.</summary>
internal abstract class FieldBytes(Profile profile, IReadOnlyDictionary<string, string> parameters, ValueText texts, WritingNotes notes, ByteBuffer bytes)
{
    private const long MinorMax = 9_000_000_000_000_000;

    private readonly FieldValues values = new(profile.Values);
    private readonly byte decimalSeparator = (byte)profile.Values.DecimalSeparator;
    private readonly byte[] dateBefore = Encoding.ASCII.GetBytes(profile.Values.DateBefore);
    private readonly byte[] dateAfter = Encoding.ASCII.GetBytes(profile.Values.DateAfter);
    private readonly List<int> countPlaces = [];

    public FileFacts? Facts { get; set; }

    /// <summary>Where the buffer lacks the number of entries, which nobody knows before the part ends.</summary>
    public IReadOnlyList<int> CountPlaces => countPlaces;

    protected ByteBuffer Bytes => bytes;

    /// <summary>Forgets the places before a new buffer is filled.</summary>
    public void Begin() => countPlaces.Clear();

    /// <summary>Headers and words of the profile: known to be writable since it was read.</summary>
    public abstract void Fixed(string text);

    /// <summary>The line holds something in the field.</summary>
    public bool IsFilled(CanonicalField field, JournalEntry? entry, JournalLine? line) => values.IsFilled(field, Facts!, entry, line);

    public void Write(ProfileColumn column, JournalEntry? entry, JournalLine? line)
    {
        if (column.Field is not { } field)
            Fixed(texts.Of(column, column.Constant ?? parameters[column.Parameter!], Empty(column)));
        else if (column.OnlyOn is { } side && line!.Side != side)
            Fixed(Empty(column));
        else if (column.Filled is { } filled)
            Fixed(values.IsFilled(field, Facts!, entry, values.LineOf(column, Facts!, entry, line, notes)) ? filled : Empty(column));
        else
            WriteField(column, field, entry, values.LineOf(column, Facts!, entry, line, notes));
    }

    /// <summary>Before and after a number or a date.</summary>
    protected virtual void Mark()
    {
    }

    private void WriteField(ProfileColumn column, CanonicalField field, JournalEntry? entry, JournalLine? line)
    {
        switch (column.Nature)
        {
            case FieldNature.Integer:
                WriteInteger(field, entry, line);
                break;
            case FieldNature.Amount:
                WriteAmount(column, FieldValues.Amount(field, entry, line));
                break;
            case FieldNature.Decimal:
                WriteDecimal(column, FieldValues.Decimal(field, line));
                break;
            case FieldNature.Date:
                WriteDate(column, FieldValues.Date(field, Facts!, entry, line));
                break;
            default:
                Fixed(texts.Of(column, values.Text(field, Facts!, entry, line), Empty(column)));
                break;
        }
    }

    private string Empty(ProfileColumn column) => column.Empty ?? profile.Values.Empty;

    private void WriteInteger(CanonicalField field, JournalEntry? entry, JournalLine? line)
    {
        Mark();
        if (field == CanonicalField.EntryCount)
        {
            countPlaces.Add(bytes.Length);
        }
        else
        {
            FieldValues.Integer(field, Facts!, entry, line).TryFormat(bytes.Reserve(24), out var written, default, CultureInfo.InvariantCulture);
            bytes.Advance(written);
        }

        Mark();
    }

    private void WriteAmount(ProfileColumn column, decimal? amount)
    {
        if (amount is not { } value)
        {
            Fixed(Empty(column));
            return;
        }

        Mark();
        var minor = value * 100m;
        if (minor <= MinorMax && profile.Values.AmountDigits == 2)
            WriteMinor((long)minor);
        else
            WritePadded(value, profile.Values.AmountDigits);
        Mark();
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
            Fixed(Empty(column));
            return;
        }

        Mark();
        var target = bytes.Reserve(64);
        value.TryFormat(target, out var written, default, CultureInfo.InvariantCulture);
        WithSeparator(target[..written]);
        bytes.Advance(written);
        Mark();
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
            Fixed(Empty(column));
            return;
        }

        // A part of a date, or a month by its name, is a text of the profile's own.
        if (column.DateFormat is { } form)
        {
            Fixed(DateForm.Write(value, form));
            return;
        }

        Mark();
        bytes.Write(dateBefore);
        value.TryFormat(bytes.Reserve(16), out var written, profile.Values.DateFormat, CultureInfo.InvariantCulture);
        bytes.Advance(written);
        bytes.Write(dateAfter);
        Mark();
    }
}
