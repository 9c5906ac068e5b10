using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CsCheck;
using EDefter.Core.Journal;
using EDefter.Core.Vouchers;
using EDefter.Tests.Sealing;
using Xunit;

namespace EDefter.Tests.Formats;

/// <summary>
/// DESIGN §9.7 for the integrators' formats: each is read by a reader of its own that knows nothing of profiles, and must give the journal
/// back. A line is told as <see cref="Line"/> tells it; what a format does not carry is null and not compared.
/// </summary>
public sealed class IntegratorReadBackTests
{
    private const int Rows = 9;

    [Fact]
    public void Qnb_gives_the_journal_back() => Check("qnb", JournalGen.Month, files => files.SelectMany((file, part) => Lines(file, mark: true).Skip(part == 0 ? 1 : 0)).Select(text =>
    {
        var f = text.Split(';');
        Assert.Equal(21, f.Length);
        // The total stands on its side's lines only.
        Assert.Equal("0", f[12] == "D" ? f[6] : f[5]);
        return (string?[])[f[0], null, f[3], f[4], f[7], f[8], f[10], f[9], f[11], f[12], f[16], f[18], Dashed(f[19]), f[20], f[15], Dashed(f[13])];
    }), text => Clean(text, (";", ","), ("\"", "")));

    [Fact]
    public void Elogo_gives_the_journal_back() => Check("elogo", JournalGen.Month, files => files.SelectMany(file => Lines(file, mark: true).Skip(1)).Select(text =>
    {
        var f = text.Split(';');
        Assert.Equal(24, f.Length);
        Assert.Equal(f[7], f[8]);
        string? type = f[23] == "1" ? "" : new[] { "check", "invoice", "order-customer", "order-vendor", "voucher", "shipment", "receipt", "other" }[int.Parse(f[18], CultureInfo.InvariantCulture)];
        return (string?[])[f[6], f[16], f[3], f[4], f[11], f[12], f[13], f[14], f[15], f[10], type, f[20], f[21], f[22], f[17], f[5]];
    }), text => Clean(text, (";", ","), ("\"", "'")), debitFirst: true);

    [Fact]
    public void Spr_gives_the_journal_back() => Check("spr", JournalGen.Month, files => files.SelectMany(file => Lines(file, mark: true)).Select(text =>
    {
        var f = text.Split(';');
        Assert.Equal(31, f.Length);
        Assert.Equal(("2025", "01", "TRY", "0000"), (f[1], f[2], f[23], f[30]));
        return (string?[])[f[9], f[10], f[5], f[6], f[11], f[12], f[13], f[14], f[15], f[16], f[17], f[19], f[20], f[21], f[22], f[4]];
    }), text => Clean(text, (";", ","), ("\"", "'")));

    [Fact]
    public void Sovos_gives_the_journal_back() => Check("sovos", JournalGen.Month, files => files.SelectMany(ReadSovos), text => Clean(text, ("|", "/")));

    [Fact]
    public void Edoksis_gives_the_journal_back() => Check("edoksis", JournalGen.Month, files => files.SelectMany(ReadEdoksis), text => Clean(text, ("\"", "'")));

    [Fact]
    public void Digital_Planet_gives_the_journal_back() => Check("digitalplanet", JournalGen.Month, files => files.SelectMany(ReadDigitalPlanet), text => text ?? "");

    [Fact]
    public void Defterdar_gives_the_journal_back() => Check("defterdar", JournalGen.MonthOfOwnNumbers, files => files.SelectMany(ReadDefterdar), text => text ?? "", type => type is "order-customer" or "order-vendor" or "shipment" ? "other" : type);

    [Fact]
    public void Uyumsoft_gives_the_journal_back() => Check("uyumsoft", JournalGen.MonthOfOneDocument, files => files.SelectMany(file => Rowed(file, "Yevmiye")).Select(f => (string?[])
        [null, null, f[5], f[6], f[16], f[17], f[19], f[18], f[20], f[21], f[11], f[13], f[14], f[15], f[23], f[22]]), text => text ?? "");

    [Fact]
    public void Several_documents_in_a_voucher_are_refused_where_a_format_knows_one()
    {
        var (_, result) = Archives.Write(Months.Golden(), Archives.Of("uyumsoft"));

        Assert.False(result.IsComplete);
        Assert.Contains(result.Unwritable, value => value.Message == "18: Belge Türü fişin satırlarında farklı; seçilen dosya biçimi fiş başına tek değer taşır." && value.VoucherId == "900004");
        Assert.All(result.Unwritable, value => Assert.Null(value.Line));
    }

    /// <summary>Its two sheets are joined by the fiş no, and Uyumsoft numbers by it: two entries would become one.</summary>
    [Theory]
    [InlineData("defterdar")]
    [InlineData("uyumsoft")]
    public void Two_entries_with_one_voucher_number_are_refused_where_nothing_else_tells_them_apart(string profile)
    {
        var entries = Months.Number([Months.Simple(1), Months.Simple(2), Months.Simple(3) with { Number = "00001" }], 1, 1);

        var (_, result) = Archives.Write(entries, Archives.Of(profile));

        var value = Assert.Single(result.Unwritable);
        Assert.Equal(("00001: Aynı fiş no başka bir yevmiye maddesinde de var; seçilen dosya biçimi maddeleri yalnız fiş no ile ayırır.", "V3", 3L, "voucherNumber"), (value.Message, value.VoucherId, value.EntryNumber, value.Field));
    }

    [Theory]
    [InlineData("edefter")]
    [InlineData("izibiz")]
    [InlineData("qnb")]
    [InlineData("elogo")]
    [InlineData("sovos")]
    [InlineData("spr")]
    [InlineData("edoksis")]
    [InlineData("digitalplanet")]
    public void Two_entries_with_one_voucher_number_are_written_where_the_entry_number_tells_them_apart(string profile) =>
        Assert.True(Archives.Write(Months.Number([Months.Simple(1), Months.Simple(2) with { Number = "00001" }], 1, 1), Archives.Of(profile)).Result.IsComplete);

    private static void Check(string profile, Gen<IReadOnlyList<JournalEntry>> month, Func<List<byte[]>, IEnumerable<string?[]>> read, Func<string?, string> text, Func<string, string>? type = null, bool debitFirst = false) => month.Sample(
        entries =>
        {
            var (zip, result) = Archives.Write(entries, Archives.Of(profile) with { RowsMax = Rows });
            Assert.True(result.IsComplete, string.Join('\n', result.Unwritable.Select(value => value.Message)));
            var seen = read([.. Archives.Open(zip).Select(file => file.Content)]).ToList();
            var lines = entries.SelectMany(entry => (debitFirst ? entry.Lines.OrderBy(line => line.Side) : entry.Lines.AsEnumerable()).Select(line => Line(entry, line, text, type))).ToList();
            Assert.Equal(lines.Count, seen.Count);
            foreach (var (expected, found) in lines.Zip(seen))
                Assert.Equal(expected.Select((value, i) => found[i] is null ? null : value), found);
        },
        iter: 60);

    private static string?[] Line(JournalEntry entry, JournalLine line, Func<string?, string> text, Func<string, string>? type) =>
    [
        Number(entry.Number), Number(line.Number), entry.VoucherNumber, text(entry.Comment), line.MainAccount, text(line.MainAccountName), line.SubAccount, text(line.SubAccountName),
        line.Amount.ToString("0.00", CultureInfo.InvariantCulture), line.Side == VoucherSide.Debit ? "D" : "C", line.DocumentType is { } known ? (type ?? (same => same))(known.ToWire()) : "",
        line.DocumentNumber ?? "", line.DocumentDate is { } date ? Day(date) : "", text(line.PaymentMethod), text(line.Description), Day(entry.Date),
    ];

    private static IEnumerable<string?[]> ReadSovos(byte[] file)
    {
        var lines = Lines(file, mark: false).Select(text => text.Split('\t').Select((field, i) => i == 0 ? field : field[0] == '|' ? field[1..] : throw new InvalidDataException(text)).ToArray()).ToList();
        Assert.Equal("L", lines[0][0]);
        Assert.Equal(lines.Count(line => line[0] == "H"), int.Parse(lines[0][5], CultureInfo.InvariantCulture));
        string[] head = [];
        var left = 0;
        foreach (var f in lines.Skip(1))
        {
            if (f[0] == "H")
            {
                Assert.Equal(0, left);
                left = int.Parse(f[6], CultureInfo.InvariantCulture);
                head = f;
                continue;
            }

            Assert.Equal(("D", 14, head[3]), (f[0], f.Length, f[11]));
            left--;
            yield return [head[4], null, head[3], head[5], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[9], f[10], f[12], f[13], head[2]];
        }

        Assert.Equal(0, left);
    }

    private static IEnumerable<string?[]> ReadEdoksis(byte[] file)
    {
        string[] head = [];
        foreach (var text in Lines(file, mark: false))
        {
            var f = text.Split('\t').Select((field, i) => i == 0 || field.Length == 0 ? field : field[0] == '"' && field[^1] == '"' ? field[1..^1] : throw new InvalidDataException(text)).ToArray();
            Assert.Equal(13, f.Length);
            if (f[0] == "HDR:")
                Assert.Equal(["JOURNAL", "2025-01-01", "2025-12-31", "2025-01-01", "2025-01-31", "0010213576", "2025 Ocak"], f[1..8]);
            else if (f[0] == "Y:")
                head = f;
            else
                yield return [head[1], f[3], head[5], head[6], f[1], f[2], f[4], f[5], f[6], f[7], f[9], f[11], f[12], null, null, head[4]];
        }
    }

    private static IEnumerable<string?[]> ReadDigitalPlanet(byte[] file)
    {
        using var reader = XmlReader.Create(new MemoryStream(file), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        Assert.Equal("Edefter", root.Name.LocalName);
        foreach (var head in root.Element("MuhasebeKayitlari")!.Elements("MuhasebeKaydi"))
        {
            foreach (var line in head.Elements("KayitDetayi"))
            {
                var account = line.Element("hesap")!;
                string? Of(string name) => line.Element(name)?.Value ?? "";
                yield return [head.Element("YevmiyeMaddeNo")!.Value, null, head.Element("MuhasebeFisNo")!.Value, head.Element("KayitAciklamasi")!.Value, account.Element("AnaHesapNo")!.Value, account.Element("AnaHesapAdi")!.Value,
                    account.Element("AltHesap")!.Element("AltHesapNo")!.Value, account.Element("AltHesap")!.Element("AltHesapAdi")!.Value, Of("Tutar"), Of("BorcAlacakKodu"), Of("BelgeTipi"), Of("BelgeNo"), Of("BelgeTarihi"), Of("OdemeTipi"), Of("SatirAciklamasi"), Of("YevmiyeTarihi")];
            }
        }
    }

    private static IEnumerable<string?[]> ReadDefterdar(byte[] file)
    {
        var heads = Rowed(file, "Defterdar_Csv_Baslik_Import_Tem");
        var at = -1;
        foreach (var f in Rowed(file, "Defterdar_Csv_Detay_Import_Temp"))
        {
            if (f[9] == "1")
                at++;
            Assert.Equal(heads[at][2], f[2]);
            var debit = f[7].Length > 0;
            yield return [heads[at][1], f[1], f[2], heads[at][5], f[3], f[4], f[5], f[6], decimal.Parse(debit ? f[7] : f[8], CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture), debit ? "D" : "C", f[11], f[10], f[13], f[14], f[15], heads[at][3]];
        }

        Assert.Equal(heads.Count, at + 1);
    }

    // 1-based like the columns of a sheet; an empty cell is nothing.
    private static List<string[]> Rowed(byte[] workbook, string sheet) =>
    [
        .. WorkbookReader.Cells(workbook).Where(cell => cell.Sheet == sheet && cell.Row > 1).GroupBy(cell => cell.Row).OrderBy(row => row.Key).Select(row =>
        {
            var cells = Enumerable.Repeat("", 30).ToArray();
            foreach (var cell in row)
                cells[cell.Column] = cell.Value;
            return cells;
        }),
    ];

    private static string[] Lines(byte[] file, bool mark)
    {
        Assert.Equal(mark, file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]));
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(mark ? file[3..] : file).Split('\n')[..^1];
    }

    private static string Clean(string? text, params (string From, string To)[] table)
    {
        var clean = (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
        foreach (var (from, to) in (ReadOnlySpan<(string, string)>)[("\r", " "), ("\n", " "), ("\t", " "), .. table])
            clean = clean.Replace(from, to, StringComparison.Ordinal);
        return clean;
    }

    private static string Dashed(string day) => day.Length == 0 ? "" : $"{day[..4]}-{day[4..6]}-{day[6..]}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
