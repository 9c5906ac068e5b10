using System.Text;

namespace EDefter.Core.Reading.Tables;

/// <summary>
/// Delimited text as rows. A value that begins with a double quote ends at the next one that is not doubled, and may hold separators and line
/// breaks; every kind of line end is one. Lines that hold nothing are no rows, but they are counted.
/// </summary>
public sealed class DelimitedTableReader : TableReader
{
    private const int BufferCharacters = 32 * 1024;
    private const int End = -1;

    private readonly StreamReader text;
    private readonly char[] buffer = new char[BufferCharacters];
    private readonly StringBuilder value = new();
    private readonly char separator;
    private readonly bool quoted;
    private int used;
    private int at;

    /// <param name="stream">The file from its beginning, byte order mark and all; closed with this reader.</param>
    /// <param name="encoding">Its encoding; bytes that it does not have become U+FFFD.</param>
    /// <param name="separator">What stands between two values.</param>
    /// <param name="quoted">Double quotes mean something.</param>
    public DelimitedTableReader(Stream stream, Encoding encoding, char separator, bool quoted = true)
    {
        text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, BufferCharacters);
        this.separator = separator;
        this.quoted = quoted;
        if (Peek() == '\ufeff')
            at++;
    }

    public override bool Read()
    {
        while (Peek() != End)
        {
            Row++;
            Present.Clear();
            ReadRow();
            if (Present.Exists(cell => !cell.IsEmpty))
                return true;
        }

        Present.Clear();
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            text.Dispose();
        base.Dispose(disposing);
    }

    private void ReadRow()
    {
        while (true)
        {
            if (Present.Count == ColumnsMax)
                throw TooWide(Row);
            Present.Add(TableCell.OfText(ReadValue()));
            var next = Next();
            if (next == separator)
                continue;
            if (next == '\r' && Peek() == '\n')
                at++;
            return;
        }
    }

    private string ReadValue()
    {
        value.Clear();
        if (quoted && Peek() == '"')
        {
            at++;
            ReadQuoted();
        }

        while (true)
        {
            var from = at;
            while (at < used && buffer[at] != separator && buffer[at] is not ('\r' or '\n'))
                at++;
            Append(from);
            if (at < used || Peek() == End)
                return value.ToString();
        }
    }

    private void ReadQuoted()
    {
        while (Peek() != End)
        {
            var from = at;
            while (at < used && buffer[at] != '"')
                at++;
            Append(from);
            if (at == used)
                continue;
            at++;
            if (Peek() != '"')
                return;
            value.Append('"');
            at++;
        }
    }

    private void Append(int from)
    {
        value.Append(buffer, from, at - from);
        if (value.Length > CellCharactersMax)
            throw CellTooLong(Row);
    }

    private int Next()
    {
        var next = Peek();
        if (next != End)
            at++;
        return next;
    }

    private int Peek()
    {
        if (at < used)
            return buffer[at];
        used = text.Read(buffer, 0, buffer.Length);
        at = 0;
        return used == 0 ? End : buffer[0];
    }
}
