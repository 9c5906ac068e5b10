using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using EDefter.Core.Companies;

namespace EDefter.Core.Rules.Aggregates;

/// <summary>A <see cref="MonthDigest"/>, and totals by account alone, as bytes: compressed, with a version, the same for the same content.</summary>
public static class MonthDigestFile
{
    /// <summary>
    /// Version of a digest: of its layout, and of what is gathered into it. A reader of another version makes the digest anew instead of guessing. 2: a divided voucher
    /// takes the numbers of its entries beside the one that the ERP gave it.
    /// </summary>
    public const int Version = 2;

    /// <summary>Version of totals alone. They were sent, not made, so they can never be made anew: whoever moves this must still read the older ones.</summary>
    public const int TotalsVersion = 1;

    public static byte[] Write(MonthDigest digest) => Write(Version, writer =>
    {
        writer.Write(digest.Period.Year);
        writer.Write(digest.Period.Month);
        writer.Write(digest.Vouchers);
        WriteTotals(writer, digest.Totals);
        WriteTotals(writer, digest.ClosingTotals);
        WriteNames(writer, digest.Openings);
        WriteKeys(writer, digest.Numbers);
        WriteKeys(writer, digest.Documents);
        WriteSeries(writer, digest.VoucherSeries);
        WriteSeries(writer, digest.OwnSeries);
    });

    public static byte[] Write(AccountTotals totals) => Write(TotalsVersion, writer => WriteTotals(writer, totals));

    /// <exception cref="InvalidDataException">The bytes are of another version, or broken.</exception>
    public static MonthDigest Read(Stream packed) => Read(packed, Version, static reader => new MonthDigest
    {
        Period = new Period(reader.ReadInt32(), reader.ReadInt32()),
        Vouchers = reader.ReadInt64(),
        Totals = ReadTotals(reader),
        ClosingTotals = ReadTotals(reader),
        Openings = ReadNames(reader),
        Numbers = ReadKeys(reader),
        Documents = ReadKeys(reader),
        VoucherSeries = ReadSeries(reader),
        OwnSeries = ReadSeries(reader),
    });

    /// <exception cref="InvalidDataException">The bytes are of another version, or broken.</exception>
    public static AccountTotals ReadTotals(Stream packed) => Read(packed, TotalsVersion, ReadTotals);

    private static byte[] Write(int version, Action<BinaryWriter> write)
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

    private static T Read<T>(Stream packed, int expected, Func<BinaryReader, T> read)
    {
        using var inflated = new DeflateStream(packed, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new BinaryReader(inflated, Encoding.UTF8);
        var version = reader.ReadInt32();
        return version == expected ? read(reader) : throw new InvalidDataException($"Version {version} was found, {expected} was expected.");
    }

    private static void WriteTotals(BinaryWriter writer, AccountTotals totals)
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

    private static AccountTotals ReadTotals(BinaryReader reader)
    {
        var accounts = new AccountTotal[reader.ReadInt32()];
        for (var i = 0; i < accounts.Length; i++)
            accounts[i] = new AccountTotal(reader.ReadString(), reader.ReadString(), reader.ReadDecimal(), reader.ReadDecimal());
        return AccountTotals.Of(accounts);
    }

    private static void WriteNames(BinaryWriter writer, IReadOnlyList<VoucherName> names)
    {
        writer.Write(names.Count);
        foreach (var name in names)
        {
            writer.Write(name.Id);
            writer.Write(name.Number is not null);
            writer.Write(name.Number ?? string.Empty);
            writer.Write(name.Date.DayNumber);
        }
    }

    private static VoucherName[] ReadNames(BinaryReader reader)
    {
        var names = new VoucherName[reader.ReadInt32()];
        for (var i = 0; i < names.Length; i++)
        {
            var id = reader.ReadString();
            var hasNumber = reader.ReadBoolean();
            var number = reader.ReadString();
            names[i] = new VoucherName(id, hasNumber ? number : null, DateOnly.FromDayNumber(reader.ReadInt32()));
        }

        return names;
    }

    private static void WriteKeys(BinaryWriter writer, ulong[] keys)
    {
        writer.Write(keys.Length);
        writer.Write(MemoryMarshal.AsBytes(keys.AsSpan()));
    }

    private static ulong[] ReadKeys(BinaryReader reader)
    {
        var keys = new ulong[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(keys.AsSpan()));
        return keys;
    }

    private static void WriteSeries(BinaryWriter writer, IReadOnlyList<NumberSeries> series)
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

    private static NumberSeries[] ReadSeries(BinaryReader reader)
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
