using System.Globalization;
using System.IO.Compression;
using System.Text;
using EDefter.Core.Formats;
using EDefter.Core.Reading;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Workflow;
using EDefter.Functions.Sample;
using EDefter.Tests.Repairs;
using Xunit;

namespace EDefter.Tests.Fuzz;

/// <summary>Vouchers and profiles as JSON.</summary>
internal static class JsonReaders
{
    private static readonly IReadOnlyList<byte[]> Vouchers = [.. SampleMonth.Faulty.Vouchers.Where(voucher => voucher.Lines.Count < 5).Take(60).Select(VoucherJsonWriter.ToBytes)];

    public static FuzzReader Voucher() => new("voucher", Vouchers, FuzzTokens.Json, static (bytes, _) => ReadVoucher(bytes)) { Share = 60 };

    public static FuzzReader Array() => new("vouchers-json", Seeds("[", ",", "]"), FuzzTokens.Json, static (bytes, _) => ReadRows(bytes, VoucherContent.Json)) { Share = 20 };

    public static FuzzReader Lines() => new("vouchers-ndjson", Seeds("", "\n", "\n"), FuzzTokens.Json, static (bytes, _) => ReadRows(bytes, VoucherContent.NdJson)) { Share = 20 };

    public static FuzzReader Packed() => new("vouchers-gzip", Seeds("[", ",", "]"), FuzzTokens.Json, static (bytes, _) => ReadPacked(bytes)) { Pack = Pack, Share = 20 };

    /// <summary>What was read, before every rule and every repair.</summary>
    public static FuzzReader Checked() => new("checked", Vouchers, FuzzTokens.Json, static (bytes, _) => Check(bytes)) { Share = 4 };

    public static FuzzReader FormatProfile() => new("format-profile", Formats(), FuzzTokens.Json, static (bytes, _) => Judged(ProfileReader.Read(bytes))) { Share = 20 };

    public static FuzzReader ReadingProfile() => new(
        "reading-profile",
        [.. ReadingProfileBook.Profiles.Select(profile => Encoding.UTF8.GetBytes(ReadingProfileBook.FindContent(profile.Id)!))],
        FuzzTokens.Json,
        static (bytes, _) => Judged(ReadingProfileReader.Read(bytes)))
    { Share = 20 };

    private static IReadOnlyList<byte[]> Formats()
    {
        var assembly = typeof(ProfileBook).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith("EDefter.Core.Formats.Profiles.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => BytesOf(assembly.GetManifestResourceStream(name)!))];
    }

    private static byte[] BytesOf(Stream stream)
    {
        using (stream)
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
    }

    private static IReadOnlyList<byte[]> Seeds(string begin, string between, string end) =>
        [.. Vouchers.Chunk(3).Select(some => Encoding.UTF8.GetBytes(begin + string.Join(between, some.Select(Encoding.UTF8.GetString)) + end))];

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private static bool ReadVoucher(byte[] bytes)
    {
        try
        {
            var written = VoucherJsonWriter.ToBytes(VoucherJsonParser.Parse(bytes));
            Assert.Equal(written, VoucherJsonWriter.ToBytes(VoucherJsonParser.Parse(written)));
            return true;
        }
        catch (UnreadableVoucherException refusal)
        {
            Assert.True(refusal.Message.Length > 10 && refusal.Message[^1] == '.', refusal.Message);
            return false;
        }
    }

    // However the pieces are cut, the rows are the same.
    private static bool ReadRows(byte[] bytes, VoucherContent content)
    {
        var whole = RowsOf(bytes, content, Math.Max(1, bytes.Length));
        Assert.Equal(whole.Select(Told), RowsOf(bytes, content, 1 + (bytes.Length % 97)).Select(Told));
        return whole.Count > 0 && whole.TrueForAll(row => row.Rejection is null);
    }

    private static bool Check(byte[] bytes)
    {
        if (!ReadVoucher(bytes))
            return false;
        var voucher = VoucherJsonParser.Parse(bytes);
        var context = RepairFixture.Context;
        var engine = CheckEngine.Begin(context, static finding => Assert.EndsWith(".", finding.Message, StringComparison.Ordinal));
        var planner = new RepairPlanner(context);
        engine.Observe(voucher);
        planner.Observe(voucher);
        var result = engine.Finish();
        Assert.Equal(result.Totals.Received, result.Totals.Processed);
        var accepted = RepairApplier.Accept(planner.Finish(revision: 1), Acceptance.All);
        if (accepted.Value is { } mended && mended.VoucherIds.Contains(voucher.Id, StringComparer.Ordinal))
            Assert.False(mended.Mend(voucher).IsRefused);
        return true;
    }

    private static List<VoucherRow> RowsOf(byte[] bytes, VoucherContent content, int piece)
    {
        var framer = VoucherFramer.For(content);
        var rows = new List<VoucherRow>();
        for (var at = 0; at < bytes.Length; at += piece)
            framer.Push(bytes.AsSpan(at, Math.Min(piece, bytes.Length - at)), rows);
        framer.Finish(rows);
        return rows;
    }

    private static string Told(VoucherRow row) => row.Rejection is { } rejection
        ? string.Create(CultureInfo.InvariantCulture, $"{rejection.At} {rejection.Id} {rejection.Code} {rejection.Reason}")
        : row.At + " " + Encoding.UTF8.GetString(VoucherJsonWriter.ToBytes(row.Voucher!));

    private static bool ReadPacked(byte[] bytes)
    {
        var wire = new CountingStream(new MemoryStream(bytes));
        using var body = new BoundedStream(new GZipStream(wire, CompressionMode.Decompress), 8 * 1024 * 1024, wire);
        try
        {
            var isWhole = true;
            var rows = VoucherStreamReader.ReadAsync(body, VoucherContent.Json).ToBlockingEnumerable(CancellationToken.None);
            foreach (var row in rows)
                isWhole &= row.Rejection is null;
            return isWhole;
        }
        catch (Exception exception) when (exception is InvalidDataException or BodyTooLargeException)
        {
            return false;
        }
    }

    private static bool Judged<T>(ProfileReading<T> reading)
        where T : class
    {
        Assert.All(reading.Faults, fault => Assert.NotEmpty(fault.Message));
        Assert.NotEqual(reading.Profile is null, reading.Faults.Count == 0);
        return reading.Profile is not null;
    }
}
