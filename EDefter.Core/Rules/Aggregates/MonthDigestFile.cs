using EDefter.Core.Companies;

namespace EDefter.Core.Rules.Aggregates;

/// <summary>A <see cref="MonthDigest"/>, and totals by account alone, as bytes: compressed, with a version, the same for the same content.</summary>
public static class MonthDigestFile
{
    /// <summary>
    /// Version of a digest: of its layout, and of what is gathered into it. A reader of another version makes the digest anew instead of guessing. 2: a divided voucher
    /// takes the numbers of its entries beside the one that the ERP gave it. Names of suppliers' documents that were learnt since (e-SMM) did not move it: a digest that lacks
    /// them says nothing wrong, and is made anew when the vouchers of its month change.
    /// </summary>
    public const int Version = 2;

    /// <summary>Version of totals alone. They were sent, not made, so they can never be made anew: whoever moves this must still read the older ones.</summary>
    public const int TotalsVersion = 1;

    public static byte[] Write(MonthDigest digest) => PackedFields.Pack(Version, writer =>
    {
        writer.Write(digest.Period.Year);
        writer.Write(digest.Period.Month);
        writer.Write(digest.Vouchers);
        writer.WriteTotals(digest.Totals);
        writer.WriteTotals(digest.ClosingTotals);
        writer.WriteNames(digest.Openings);
        writer.WriteKeys(digest.Numbers);
        writer.WriteKeys(digest.Documents);
        writer.WriteSeries(digest.VoucherSeries);
        writer.WriteSeries(digest.OwnSeries);
    });

    public static byte[] Write(AccountTotals totals) => PackedFields.Pack(TotalsVersion, writer => writer.WriteTotals(totals));

    /// <exception cref="InvalidDataException">The bytes are of another version, or broken.</exception>
    public static MonthDigest Read(Stream packed) => PackedFields.Unpack(packed, Version, static reader => new MonthDigest
    {
        Period = new Period(reader.ReadInt32(), reader.ReadInt32()),
        Vouchers = reader.ReadInt64(),
        Totals = reader.ReadTotals(),
        ClosingTotals = reader.ReadTotals(),
        Openings = reader.ReadNames(),
        Numbers = reader.ReadKeys(),
        Documents = reader.ReadKeys(),
        VoucherSeries = reader.ReadSeries(),
        OwnSeries = reader.ReadSeries(),
    });

    /// <exception cref="InvalidDataException">The bytes are of another version, or broken.</exception>
    public static AccountTotals ReadTotals(Stream packed) => PackedFields.Unpack(packed, TotalsVersion, static reader => reader.ReadTotals());
}
