using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using EDefter.Core.Companies;

namespace EDefter.Core.Rules.Aggregates;

/// <summary>How what was gathered of vouchers is written and read: compressed, with a version in front, and field by field.</summary>
internal static class PackedFields
{
    /// <param name="version">Version of what is written.</param>
    /// <param name="write">Writes the fields.</param>
    public static byte[] Pack(int version, Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var deflated = new DeflateStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(deflated, Encoding.UTF8))
        {
            writer.Write(version);
            write(writer);
        }

        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are of another version, or broken.</exception>
    public static T Unpack<T>(Stream packed, int version, Func<BinaryReader, T> read)
    {
        using var inflated = new DeflateStream(packed, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new BinaryReader(inflated, Encoding.UTF8);
        var found = reader.ReadInt32();
        return found == version ? read(reader) : throw new InvalidDataException($"Bytes of version {found} were found, {version} was expected.");
    }

    public static void WriteText(this BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        writer.Write(text ?? string.Empty);
    }

    public static string? ReadText(this BinaryReader reader)
    {
        var isThere = reader.ReadBoolean();
        var text = reader.ReadString();
        return isThere ? text : null;
    }

    public static void WriteDay(this BinaryWriter writer, DateOnly day) => writer.Write(day.DayNumber);

    public static DateOnly ReadDay(this BinaryReader reader) => DateOnly.FromDayNumber(reader.ReadInt32());

    public static void WriteTotals(this BinaryWriter writer, AccountTotals totals)
    {
        writer.Write(totals.Accounts.Count);
        foreach (var account in totals.Accounts)
        {
            writer.Write(account.Account);
            writer.Write(account.MainAccount);
            writer.Write(account.Debit);
            writer.Write(account.Credit);
        }
    }

    public static AccountTotals ReadTotals(this BinaryReader reader)
    {
        var sum = new AccountTotalsAdder();
        reader.ReadTotalsInto(sum);
        return sum.ToTotals();
    }

    public static void ReadTotalsInto(this BinaryReader reader, AccountTotalsAdder sum)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
            sum.Join(new AccountTotal(reader.ReadString(), reader.ReadString(), reader.ReadDecimal(), reader.ReadDecimal()));
    }

    public static void WriteNames(this BinaryWriter writer, IReadOnlyList<VoucherName> names)
    {
        writer.Write(names.Count);
        foreach (var name in names)
        {
            writer.Write(name.Id);
            writer.WriteText(name.Number);
            writer.WriteDay(name.Date);
        }
    }

    public static VoucherName[] ReadNames(this BinaryReader reader)
    {
        var names = new VoucherName[reader.ReadInt32()];
        for (var i = 0; i < names.Length; i++)
            names[i] = new VoucherName(reader.ReadString(), reader.ReadText(), reader.ReadDay());
        return names;
    }

    public static void WriteKeys(this BinaryWriter writer, ReadOnlySpan<ulong> keys)
    {
        writer.Write(keys.Length);
        writer.Write(MemoryMarshal.AsBytes(keys));
    }

    public static ulong[] ReadKeys(this BinaryReader reader)
    {
        var keys = new ulong[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(keys.AsSpan()));
        return keys;
    }

    public static void WriteSeries(this BinaryWriter writer, IReadOnlyList<NumberSeries> series)
    {
        writer.Write(series.Count);
        foreach (var one in series)
        {
            writer.Write(one.Group);
            writer.Write(one.Prefix);
            writer.Write(one.Suffix);
            writer.Write(one.Width);
            writer.Write(one.Runs.Count);
            foreach (var run in one.Runs)
            {
                writer.Write(run.First);
                writer.Write7BitEncodedInt64(run.Last - run.First);
            }
        }
    }

    public static NumberSeries[] ReadSeries(this BinaryReader reader)
    {
        var series = new NumberSeries[reader.ReadInt32()];
        for (var i = 0; i < series.Length; i++)
            series[i] = new NumberSeries(reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadInt32(), ReadRuns(reader));
        return series;
    }

    private static NumberRun[] ReadRuns(BinaryReader reader)
    {
        var runs = new NumberRun[reader.ReadInt32()];
        for (var i = 0; i < runs.Length; i++)
        {
            var first = reader.ReadInt64();
            runs[i] = new NumberRun(first, first + reader.Read7BitEncodedInt64());
        }

        return runs;
    }
}
