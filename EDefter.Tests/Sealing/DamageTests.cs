using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using CsCheck;
using EDefter.Core.Formats;
using EDefter.Core.Journal;
using EDefter.Core.Sealing;
using EDefter.Core.Vouchers;
using EDefter.Tests.Formats;
using Xunit;

namespace EDefter.Tests.Sealing;

/// <summary>Damage is planted in real outputs; verify must name each kind at its place, count it, and name nothing else.</summary>
public sealed class DamageTests
{
    private const int Amount = 8;
    private const int PostingDate = 10;
    private const int DocumentNumber = 13;
    private const int Comment = 18;

    private static readonly Encoding Turkish = CodePagesEncodingProvider.Instance.GetEncoding(1254)!;

    // What can be done to a cell: its column, its sealed text, what becomes of it.
    private static readonly (DifferenceKind Kind, int Column, string Sealed, string Found)[] Damages =
    [
        (DifferenceKind.LeadingZeroLost, DocumentNumber, "000123", "123"),
        (DifferenceKind.LeadingZeroLost, DocumentNumber, "0000000000000042", "42"),
        (DifferenceKind.NumberShortened, DocumentNumber, "1200000000000015", "1,2E+15"),
        (DifferenceKind.NumberShortened, DocumentNumber, "1234567890123456", "1.23457E+15"),
        (DifferenceKind.NumberShortened, DocumentNumber, "1234567890123456789", "1234567890123450000"),
        (DifferenceKind.TextToNumber, DocumentNumber, "5E3", "5,00E+03"),
        (DifferenceKind.TextToNumber, DocumentNumber, "5E3", "5000"),
        (DifferenceKind.TextToDate, DocumentNumber, "1-2", "01.02.2025"),
        (DifferenceKind.TextToDate, DocumentNumber, "3/4", "3-Nis"),
        (DifferenceKind.TextToDate, DocumentNumber, "MAY25", "25.May"),
        (DifferenceKind.DateReformatted, PostingDate, "2025-01-15", "15.01.2025"),
        (DifferenceKind.DateReformatted, PostingDate, "2025-01-15", "1/15/2025"),
        (DifferenceKind.DateReformatted, PostingDate, "2025-01-15", "15.01.2025 00:00"),
        (DifferenceKind.DateToNumber, PostingDate, "2025-01-15", "45672"),
        (DifferenceKind.DecimalSeparatorChanged, Amount, "1234.56", "1234,56"),
        (DifferenceKind.DecimalSeparatorChanged, Amount, "1234.56", "1.234,56"),
        (DifferenceKind.TrailingZeroLost, Amount, "500.00", "500"),
        (DifferenceKind.TrailingZeroLost, Amount, "500.00", "500.0"),
        (DifferenceKind.NumberShortened, Amount, "1234.56", "1234.6"),
        (DifferenceKind.EncodingDamaged, Comment, "Işıklı ŞÖLEN ğüç", Turkish.GetString(Encoding.UTF8.GetBytes("Işıklı ŞÖLEN ğüç"))),
        (DifferenceKind.EncodingDamaged, Comment, "Işıklı ŞÖLEN ğüç", "I??kl? ??LEN ???"),
        (DifferenceKind.EncodingDamaged, Comment, "Işıklı ŞÖLEN ğüç", "Isikli SOLEN guc"),
        (DifferenceKind.SpacesChanged, Comment, "Işıklı ŞÖLEN ğüç", "Işıklı  ŞÖLEN ğüç "),
        (DifferenceKind.CellEmptied, Comment, "Işıklı ŞÖLEN ğüç", ""),
        (DifferenceKind.CellChanged, Comment, "Işıklı ŞÖLEN ğüç", "başka"),
        (DifferenceKind.CellChanged, Amount, "500.00", "501.00"),
        (DifferenceKind.CellChanged, DocumentNumber, "000123", "000124"),
    ];

    private static readonly Gen<(int Damage, bool Planted)[]> Plan = Gen.Select(Gen.Int[0, Damages.Length - 1], Gen.Bool).Array[2, 25];

    [Fact]
    public void Every_kind_of_damage_to_a_text_file_is_named_at_its_place()
    {
        Plan.Select(Gen.Bool, Gen.Int[0, 3], (plan, moves, rowsLost) => (plan, moves, rowsLost)).Sample(
            one =>
            {
                var twin = SealedTwin.Of(MonthOf(one.plan.Select(line => Damages[line.Damage])), Archives.Izibiz);
                var rows = twin.Rows();
                var planted = Plant(rows, one.plan);
                if (one.rowsLost == 1)
                {
                    // The first line with nothing planted goes; the others must still be known.
                    var row = Enumerable.Range(1, rows.Count - 1).FirstOrDefault(at => !planted.Exists(plant => plant.Row == at), -1);
                    if (row < 0)
                        return;
                    rows.RemoveAt(row);
                    planted.Add((row, DifferenceKind.RowMissing));
                }

                if (one.moves)
                {
                    rows = [.. rows.Select(cells => cells[1..].Append(cells[0]).ToArray())];
                    planted.Add((0, DifferenceKind.ColumnMoved));
                }

                if (planted.Count > 0)
                    AssertNamed(twin.Verify(SealedTwin.Text(rows), twin.Name), planted, one.moves);
            },
            iter: 300);
    }

    [Fact]
    public void A_file_sorted_by_a_table_program_is_still_looked_into()
    {
        var twin = SealedTwin.Of(MonthOf(Enumerable.Repeat(Damages[0], 20)), Archives.Izibiz);
        var rows = twin.Rows();
        foreach (var row in rows.Skip(1))
            row[DocumentNumber] = row[DocumentNumber].TrimStart('0');

        var verification = twin.Verify(SealedTwin.Text([rows[0], .. rows.Skip(1).Reverse()]), twin.Name);

        Assert.Equal(20, CountOf(verification, DifferenceKind.LeadingZeroLost));
        Assert.Equal(rows.Count - 2, CountOf(verification, DifferenceKind.RowMoved));
        Assert.Equal(3, verification.Counts.Count);
        Assert.Equal($"Excel ya da LibreOffice gibi bir tablo programında açılıp kaydedilmiş; {rows.Count - 2} satırın yeri değişmiş, 20 hücrede baştaki sıfırlar kaybolmuş.", verification.Likely);
    }

    [Fact]
    public void Not_every_place_is_listed_but_all_are_counted_and_a_rare_change_is_not_hidden()
    {
        var twin = SealedTwin.Of(MonthOf(Enumerable.Repeat(Damages[0], 250)), Archives.Izibiz);
        var rows = twin.Rows();
        foreach (var row in rows.Skip(1))
            row[DocumentNumber] = row[DocumentNumber].TrimStart('0');
        rows[401][Amount] = "999999.99";

        var verification = twin.Verify(SealedTwin.Text(rows), twin.Name);

        Assert.Equal((250, 1), (CountOf(verification, DifferenceKind.LeadingZeroLost), CountOf(verification, DifferenceKind.CellChanged)));
        Assert.Equal(102, verification.Differences.Count);
        var changed = Assert.Single(verification.Differences, difference => difference.Kind == DifferenceKind.CellChanged);
        Assert.Equal(("402. satır, amount", "999999.99"), (changed.Place, changed.Found));
        Assert.Equal("Excel ya da LibreOffice gibi bir tablo programında açılıp kaydedilmiş; 250 hücrede baştaki sıfırlar kaybolmuş, 1 hücrenin değeri değiştirilmiş.", verification.Likely);
    }

    [Fact]
    public void A_lost_zero_reads_as_a_sentence()
    {
        var twin = SealedTwin.Of(MonthOf([Damages[0], Damages[13]]), Archives.Izibiz);
        var rows = twin.Rows();
        rows[1][DocumentNumber] = "123";

        var difference = twin.Verify(SealedTwin.Text(rows), twin.Name).Differences[1];

        Assert.Equal($"{twin.Name}, 2. satır, documentnumber: baştaki sıfırlar kaybolmuş; \"000123\" olmalı, \"123\" bulundu.", difference.Message);
        Assert.Equal(("2. satır, documentnumber", "000123", "123"), (difference.Place, difference.Expected, difference.Found));
    }

    [Theory]
    [InlineData("utf8", DifferenceKind.EncodingChanged)]
    [InlineData("utf8bom", DifferenceKind.EncodingChanged, DifferenceKind.ByteOrderMarkChanged)]
    [InlineData("lf", DifferenceKind.LineEndsChanged)]
    [InlineData("crlf", DifferenceKind.LineEndsChanged)]
    [InlineData("comma", DifferenceKind.SeparatorChanged)]
    [InlineData("quotes", DifferenceKind.QuotesChanged)]
    [InlineData("quotes-tabs-utf16", DifferenceKind.EncodingChanged, DifferenceKind.ByteOrderMarkChanged, DifferenceKind.SeparatorChanged, DifferenceKind.QuotesChanged)]
    public void What_was_done_to_the_outside_of_a_text_file_is_named_and_its_cells_are_still_the_same(string how, params DifferenceKind[] expected)
    {
        var twin = SealedTwin.Of(MonthOf(Damages.Take(20)), Archives.Izibiz);
        var text = Turkish.GetString(twin.Content);
        byte[] found = how switch
        {
            "utf8" => Encoding.UTF8.GetBytes(text),
            "utf8bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            "lf" => Turkish.GetBytes(text.Replace('\r', '\n')),
            "crlf" => Turkish.GetBytes(text.Replace("\r", "\r\n", StringComparison.Ordinal)),
            "comma" => Turkish.GetBytes(text.Replace(',', '.').Replace(';', ',')),
            "quotes" => Turkish.GetBytes(Quoted(twin, ";")),
            _ => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Quoted(twin, "\t"))],
        };

        var verification = twin.Verify(found, twin.Name, inZip: true);

        Assert.Equal([DifferenceKind.Changed, .. expected], verification.Differences.Select(difference => difference.Kind));
    }

    [Fact]
    public void A_file_with_the_wrong_encoding_all_through_is_told_as_such()
    {
        var twin = SealedTwin.Of(MonthOf(Enumerable.Repeat(Damages[19], 10)), Archives.Izibiz);
        // Read as what it is not, and saved: every letter became two.
        var found = Encoding.UTF8.GetBytes(Turkish.GetString(Encoding.UTF8.GetBytes(Turkish.GetString(twin.Content))));

        var verification = twin.Verify(found, twin.Name);

        Assert.DoesNotContain(verification.Counts, count => count.Kind is DifferenceKind.CellChanged or DifferenceKind.RowMissing or DifferenceKind.RowAdded);
        Assert.True(CountOf(verification, DifferenceKind.EncodingDamaged) >= 10);
        Assert.StartsWith("Bir metin düzenleyicide açılıp kaydedilmiş; ", verification.Likely, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_damage_to_a_workbook_is_named_at_its_place()
    {
        // ClosedXML calls itself Microsoft Excel, and 0.95 moves cells to the left of empty ones where they carry no references.
        var profile = Archives.EDefter with { Workbook = Archives.EDefter.Workbook! with { CellReferences = true } };
        var twin = SealedTwin.Of(MonthOf([Damages[0], Damages[3], Damages[7], Damages[14], Damages[19]]), profile);
        var saved = Resaved(twin.Content, book =>
        {
            var sheet = book.Worksheet("Yevmiye");
            var columns = sheet.Row(1).CellsUsed().ToDictionary(cell => cell.GetString(), cell => cell.Address.ColumnNumber, StringComparer.Ordinal);
            sheet.Cell(2, columns["Belge No"]).Clear().SetValue(123);
            sheet.Cell(4, columns["Belge No"]).Clear().SetValue(1.23E15);
            sheet.Cell(6, columns["Belge No"]).Clear().SetValue(new DateTime(2025, 2, 1)).Style.DateFormat.Format = "d.mmm";
            sheet.Cell(2, columns["Kayıt Tarihi"]).Clear().SetValue(45_672);
            sheet.Cell(8, columns["Tutar"]).SetValue(1_234.57);
            sheet.Cell(10, columns["Satır Açıklaması"]).SetValue("IÅŸÄ±klÄ± ÅžÃ–LEN ÄŸÃ¼Ã§");
            sheet.Cell(11, columns["Alt Hesap Kodu"]).Clear().SetValue(320.001);
            sheet.Cell(3, columns["Borç/Alacak"]).Clear();
            book.Worksheet("Dosya").Cell(2, 1).Clear().SetValue(10_213_576);
        });

        foreach (var inZip in new[] { true, false })
        {
            var verification = twin.Verify(saved, twin.Name, inZip);

            Assert.Equal(
                """
                CellChanged Yevmiye sayfası, 8. satır, Tutar
                CellEmptied Yevmiye sayfası, 3. satır, Borç/Alacak
                Changed
                DateToNumber Yevmiye sayfası, 2. satır, Kayıt Tarihi
                EncodingDamaged Yevmiye sayfası, 10. satır, Satır Açıklaması
                LeadingZeroLost Dosya sayfası, 2. satır, VKN/TCKN
                LeadingZeroLost Yevmiye sayfası, 2. satır, Belge No
                NumberShortened Yevmiye sayfası, 4. satır, Belge No
                TextToDate Yevmiye sayfası, 6. satır, Belge No
                TextToNumber Yevmiye sayfası, 11. satır, Alt Hesap Kodu
                """,
                string.Join('\n', verification.Differences.Select(difference => $"{difference.Kind} {difference.Place}".TrimEnd()).Order(StringComparer.Ordinal)));
            Assert.StartsWith("Excel’de açılıp kaydedilmiş; 2 hücrede baştaki sıfırlar kaybolmuş, ", verification.Likely, StringComparison.Ordinal);
            Assert.EndsWith(" ve başka değişiklikler var.", verification.Likely, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_text_file_saved_as_a_workbook_is_compared_with_the_text()
    {
        var twin = SealedTwin.Of(MonthOf(Enumerable.Repeat(Damages[0], 4)), Archives.Izibiz);
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Sayfa1");
        var rows = twin.Rows();
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < rows[i].Length; j++)
            {
                if (i > 0 && j == DocumentNumber && rows[i][j].Length > 0)
                    sheet.Cell(i + 1, j + 1).SetValue(double.Parse(rows[i][j], CultureInfo.InvariantCulture));
                else
                    sheet.Cell(i + 1, j + 1).SetDataType(XLDataType.Text).SetValue(rows[i][j]);
            }
        }

        using var saved = new MemoryStream();
        book.SaveAs(saved);

        var verification = twin.Verify(saved.ToArray(), "Kitap1.xlsx");

        Assert.Equal(Verdict.Altered, verification.Verdict);
        Assert.Equal((1, 4), (CountOf(verification, DifferenceKind.FormatChanged), CountOf(verification, DifferenceKind.LeadingZeroLost)));
        Assert.DoesNotContain(verification.Counts, count => count.Kind is DifferenceKind.CellChanged or DifferenceKind.RowMissing);
    }

    [Fact]
    public void A_single_file_without_a_name_is_known_by_its_rows_and_by_nothing_else()
    {
        var twin = SealedTwin.Of(MonthOf(Damages.Take(6)), Archives.Izibiz);
        var rows = twin.Rows();
        rows[1][DocumentNumber] = "123";

        Assert.Equal(Verdict.Altered, twin.Verify(SealedTwin.Text(rows), name: null).Verdict);
        Assert.Equal(Verdict.Unknown, twin.Verify("merhaba"u8.ToArray(), name: null).Verdict);
        // The header is every month's; it makes nobody's file ours.
        Assert.Equal(Verdict.Unknown, twin.Verify(SealedTwin.Text([rows[0], ["bambaşka", "bir", "satır"]]), name: null).Verdict);
        using var upload = new MemoryStream("merhaba"u8.ToArray());
        Assert.Equal(Verdict.Unknown, ArchiveVerifier.Verify(twin.Manifest, upload).Verdict);
    }

    [Fact]
    public void Rows_added_and_a_whole_sheet_or_column_gone_are_told()
    {
        var twin = SealedTwin.Of(MonthOf(Damages.Take(6)), Archives.Izibiz);
        var rows = twin.Rows();
        rows.Add(["uydurma", "1", "99", .. Enumerable.Repeat("x", 22)]);
        var cut = rows.Select(row => row.Where((_, column) => column != 7).ToArray()).ToList();

        var verification = twin.Verify(SealedTwin.Text(cut), twin.Name);

        Assert.Equal((1, 1), (CountOf(verification, DifferenceKind.RowAdded), CountOf(verification, DifferenceKind.ColumnMissing)));
        Assert.Equal(3, verification.Counts.Count);

        var workbook = SealedTwin.Of(Months.Golden(), Archives.EDefter);
        Assert.Equal(1, CountOf(workbook.Verify(Resaved(workbook.Content, book => book.Worksheet("Dosya").Delete()), workbook.Name), DifferenceKind.SheetMissing));
    }

    [Fact]
    public void Records_and_xml_are_compared_value_by_value()
    {
        const string Xml = "<?xml version=\"1.0\"?><Edefter><MuhasebeKaydi><MuhasebeFisNo>0007</MuhasebeFisNo><KayitDetayi><Tutar>10.50</Tutar><BelgeNo>000123</BelgeNo></KayitDetayi><KayitDetayi><Tutar>10.50</Tutar></KayitDetayi></MuhasebeKaydi></Edefter>";
        var xml = SealedTwin.Of("a.xml", FileKind.Delimited, Encoding.UTF8.GetBytes(Xml));
        var changed = xml.Verify(Encoding.UTF8.GetBytes(Xml.Replace("000123", "123", StringComparison.Ordinal).Replace("0007", "0008", StringComparison.Ordinal)), "a.xml");
        Assert.Equal(["1. satır, BelgeNo", "3. satır, MuhasebeFisNo"], changed.Differences.Skip(1).Select(difference => difference.Place));
        Assert.Equal([DifferenceKind.LeadingZeroLost, DifferenceKind.CellChanged], changed.Differences.Skip(1).Select(difference => difference.Kind));

        const string Records = "L\t|0010213576\t|2025-01-01\nH\t|H.A.\t|2025-01-02\t|0001\nD\t|100\t|KASA\t|100.01\t|1.00\t|D\nD\t|600\t|SATIŞ\t|600.01\t|1.00\t|C\n";
        var text = SealedTwin.Of("a.txt", FileKind.Delimited, Encoding.UTF8.GetBytes(Records));
        var edited = text.Verify(Encoding.UTF8.GetBytes(Records.Replace("|1.00\t|C", "|2.00\t|C", StringComparison.Ordinal)), "a.txt");
        var only = Assert.Single(edited.Differences.Skip(1));
        Assert.Equal(("4. satır, 5. sütun", DifferenceKind.CellChanged), (only.Place, only.Kind));
    }

    [Fact]
    public void Bombs_and_broken_files_are_told_as_such_and_not_read_further()
    {
        var twin = SealedTwin.Of(Months.Golden(), Archives.EDefter);
        var parts = Archives.Open(twin.Content);
        var sheet = parts.FindIndex(part => part.Name == "xl/worksheets/sheet1.xml");
        foreach (var xml in new[] { "<worksheet><sheetData>" + new string('x', 3_000_000), "<worksheet><sheetData><row><c><v>1</v>", "<!DOCTYPE a [<!ENTITY b \"" + "bb" + "\">]><worksheet>&b;</worksheet>" })
        {
            parts[sheet] = (parts[sheet].Name, Encoding.UTF8.GetBytes(xml));
            var verification = twin.Verify(Archives.Pack(parts), twin.Name);
            Assert.Equal([DifferenceKind.Changed, DifferenceKind.Unreadable], verification.Differences.Select(difference => difference.Kind));
        }

        var text = SealedTwin.Of(Months.Golden(), Archives.Izibiz);
        var bomb = text.Verify(new byte[40 * 1024 * 1024], text.Name, inZip: true);
        Assert.Equal([DifferenceKind.Changed, DifferenceKind.Unreadable], bomb.Differences.Select(difference => difference.Kind));
    }

    private static IReadOnlyList<JournalEntry> MonthOf(IEnumerable<(DifferenceKind Kind, int Column, string Sealed, string Found)> damages)
    {
        var vouchers = damages.Select((damage, i) => Months.Simple(i, "açıklama", line => Carrying(line, damage.Column, damage.Sealed)) is var voucher && damage.Column == Amount
            ? voucher with { Lines = [.. voucher.Lines.Select(line => line.Debit.IsAbsent ? line with { Credit = AmountField.Parse(damage.Sealed) } : line with { Debit = AmountField.Parse(damage.Sealed) })] }
            : voucher);
        return Months.Number(vouchers.Select(voucher => voucher with { Date = DateField.Of(new DateOnly(2025, 1, 15)) }), 1, 1);
    }

    private static VoucherLine Carrying(VoucherLine line, int column, string text) => column switch
    {
        DocumentNumber => line with { Document = new SourceDocument { Type = "invoice", Number = text, Date = DateField.Of(new DateOnly(2025, 1, 14)) } },
        Comment => line with { Description = text },
        _ => line,
    };

    // The planted damages: row in the sealed file (0 is the header) and kind.
    private static List<(int Row, DifferenceKind Kind)> Plant(List<string[]> rows, (int Damage, bool Planted)[] plan)
    {
        var planted = new List<(int, DifferenceKind)>();
        for (var i = 0; i < plan.Length; i++)
        {
            if (!plan[i].Planted)
                continue;
            var (kind, column, before, after) = Damages[plan[i].Damage];
            var row = 1 + (i * 2);
            Assert.Equal(before, rows[row][column]);
            rows[row][column] = after;
            planted.Add((row, kind));
        }

        return planted;
    }

    private static void AssertNamed(Verification verification, List<(int Row, DifferenceKind Kind)> planted, bool moved)
    {
        Assert.Equal(Verdict.Altered, verification.Verdict);
        var expected = planted.Where(plant => plant.Row > 0).Select(plant => $"{plant.Row + 1}. satır {plant.Kind}").Order(StringComparer.Ordinal);
        var found = verification.Differences.Where(difference => difference.Place is not null && difference.Kind != DifferenceKind.ColumnMoved).Select(difference => $"{difference.Place!.Split(',')[0]} {difference.Kind}").Order(StringComparer.Ordinal);
        Assert.Equal(expected, found);
        Assert.Equal(moved ? 1 : 0, CountOf(verification, DifferenceKind.ColumnMoved));
        foreach (var group in planted.GroupBy(plant => plant.Kind))
            Assert.Equal(group.Count(), CountOf(verification, group.Key));
        Assert.NotNull(verification.Likely);
    }

    // ClosedXML 0.95 writes numbers in the culture of the thread, which no reader understands.
    private static byte[] Resaved(byte[] workbook, Action<XLWorkbook> change)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            using var book = new XLWorkbook(new MemoryStream(workbook));
            change(book);
            using var saved = new MemoryStream();
            book.SaveAs(saved);
            return saved.ToArray();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static long CountOf(Verification verification, DifferenceKind kind) => verification.Counts.Where(count => count.Kind == kind).Sum(count => count.Count);

    private static string Quoted(SealedTwin twin, string separator) =>
        string.Concat(twin.Rows().Select(row => string.Join(separator, row.Select(value => "\"" + value + "\"")) + "\r"));
}
