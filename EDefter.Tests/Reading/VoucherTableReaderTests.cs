using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using CsCheck;
using EDefter.Core.Formats.Templates;
using EDefter.Core.Reading;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Reading.Tables;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Reading;

public sealed class VoucherTableReaderTests
{
    private const string Head = "Fiş No;Fiş Tarihi;Fiş Türü;Hesap Kodu;Borç;Alacak;Belge No\n";

    private static readonly Encoding Turkish = CodePagesEncodingProvider.Instance.GetEncoding(1254)!;

    private static readonly Gen<string> Text = Gen.OneOf(Gen.OneOf("00123", "=1+1", "a;b", "\"tırnak\"", "iki\nsatır", "ŞĞİıç", "1,2E+15", "1-2", "_x0041_", "-5", "#N/A"), Gen.String[Gen.Char['!', '~'], 1, 20], Gen.String[Gen.Char['\u00a1', '\u017f'], 1, 12]);

    private static readonly Gen<DateField> Day = Gen.Int[0, 20_000].Select(day => DateField.Of(new DateOnly(1990, 1, 1).AddDays(day)));

    private static readonly Gen<AmountField> Amount = Gen.Long[-9_999_999_999, 9_999_999_999].Select(minor => AmountField.Of(minor / 100m + 0.00m));

    private static readonly Gen<VoucherLine> Line = Gen.Select(Text.Array[14], Gen.Bool.Array[14], Amount.Array[4], Day.Array[3], Gen.OneOf("invoice", "other", "check", "banka dekontu")).Select((texts, given, amounts, dates, type) => new VoucherLine
    {
        Id = given[0] ? texts[0] : null,
        Account = texts[1],
        AccountName = given[1] ? texts[2] : null,
        MainAccount = given[2] ? texts[3] : null,
        Description = given[3] ? texts[4] : null,
        PaymentMethod = given[4] ? texts[5] : null,
        Branch = given[5] ? texts[6] : null,
        BaseLine = given[6] ? texts[7] : null,
        JournalLine = given[7] ? texts[8] : null,
        Debit = given[8] ? amounts[0] : AmountField.Absent,
        Credit = given[8] ? AmountField.Absent : amounts[1],
        PostingDate = given[9] ? dates[0] : DateField.Absent,
        Document = given[10] ? new SourceDocument { Type = type, Number = texts[9], Date = dates[1], OwnSeries = "true" } : null,
        Original = given[11] ? new OriginalAmount { Currency = "EUR", Amount = amounts[2], Rate = AmountField.Of(Math.Abs(amounts[3].OrZero) / 10_000m), RateDate = dates[2] } : null,
        Partner = given[12] ? new Partner { TaxId = "0010213576", Name = texts[10] } : null,
    });

    private static readonly Gen<List<Voucher>> Vouchers =
        (from number in Text
         from day in Day
         from kind in Gen.OneOf("opening", "mahsup", "tahsil", "serbest")
         from comment in Text
         from withComment in Gen.Bool
         from lines in Line.Array[1, 5]
         select new Voucher { Id = string.Empty, Number = number, Date = day, Kind = kind, State = withComment ? "approved" : null, Comment = withComment ? comment : null, EnteredBy = "ŞÜKRÜ IŞIK", Lines = lines })
        .List[1, 6].Select(vouchers => vouchers.Select((voucher, i) => voucher with { Id = $"V{i}" }).ToList());

    [Fact]
    public void Vouchers_written_as_a_workbook_read_back_equal() =>
        Vouchers.Sample(vouchers => AssertSame(vouchers, Read(VoucherTable.Workbook(vouchers, VoucherTable.Profile.Columns), isWorkbook: true)), iter: 200);

    [Fact]
    public void Vouchers_written_as_text_read_back_equal_in_every_separator_and_encoding() =>
        Gen.Select(Vouchers, Gen.Int[0, 2], Gen.Shuffle(VoucherTable.Profile.Columns.ToArray())).Sample(
            (vouchers, how, columns) =>
            {
                var csv = VoucherTable.Csv(vouchers, columns, ";,\t"[how]);
                var bytes = how == 0 ? Encoding.UTF8.GetBytes(csv) : [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(csv)];
                AssertSame(vouchers, Read(bytes, isWorkbook: false));
            },
            iter: 300);

    [Fact]
    public void Rows_of_a_voucher_find_each_other_wherever_they_stand() =>
        Vouchers.Sample(
            vouchers =>
            {
                var scattered = vouchers.SelectMany(voucher => voucher.Lines.Select((line, i) => (i, voucher with { Lines = [line] }))).OrderBy(one => one.i).Select(one => one.Item2);
                AssertSame(vouchers, Read(VoucherTable.Workbook(scattered, VoucherTable.Profile.Columns), isWorkbook: true));
            },
            iter: 100);

    [Fact]
    public void The_template_filled_in_and_sent_back_is_read()
    {
        using var template = new MemoryStream();
        TableTemplate.Write(VoucherTable.Profile, "Fişler", template);
        Assert.Empty(Read(template.ToArray(), isWorkbook: true));

        using var book = new XLWorkbook(template);
        var sheet = book.Worksheet("Fişler");
        var columns = sheet.Row(1).CellsUsed().ToDictionary(cell => cell.GetString(), cell => cell.Address.ColumnNumber, StringComparer.Ordinal);
        Assert.Equal(VoucherTable.Profile.Columns.Select(column => column.Headers[0]), columns.Keys);
        for (var row = 2; row <= 3; row++)
        {
            sheet.Cell(row, columns["Fiş No"]).SetDataType(XLDataType.Text).SetValue("00163");
            sheet.Cell(row, columns["Fiş Tarihi"]).Value = new DateTime(2025, 1, 15);
            sheet.Cell(row, columns["Fiş Türü"]).Value = "Mahsup";
            sheet.Cell(row, columns["Hesap Kodu"]).SetDataType(XLDataType.Text).SetValue(row == 2 ? "153.10" : "320.01");
            sheet.Cell(row, columns[row == 2 ? "Borç" : "Alacak"]).Value = 100;
        }

        using var filled = new MemoryStream();
        book.SaveAs(filled);
        var voucher = Assert.Single(Read(filled.ToArray(), isWorkbook: true)).Voucher!;
        Assert.Equal(("00163~2025-01-15~mahsup", "00163", "2025-01-15", "mahsup"), (voucher.Id, voucher.Number, voucher.Date.ToString(), voucher.Kind));
        Assert.Equal(["153.10 100 ", "320.01  100"], voucher.Lines.Select(line => $"{line.Account} {line.Debit} {line.Credit}"));
        Assert.Equal(Encoding.UTF8.GetString(template.ToArray()[..4]), Encoding.UTF8.GetString(filled.ToArray()[..4]));
    }

    [Theory]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1234,56", "1234.56")]
    [InlineData("1234.56", "1234.56")]
    [InlineData("-0,5", "-0.5")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1.234,5.6", "1.234,5.6")]
    [InlineData("on lira", "on lira")]
    [InlineData("1,2E+15", "1,2E+15")]
    [InlineData("12.34,56", "12.34,56")]
    public void Amounts_are_read_as_the_profile_says_and_what_is_none_stays_for_a_finding(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(ReadText(Head + $"1;15.01.2025;Mahsup;100;{text};;x\n")).Voucher!.Lines[0].Debit.ToString());

    [Fact]
    public void An_amount_with_two_readings_is_refused_and_not_guessed()
    {
        var row = Assert.Single(ReadText(Head + "1;15.01.2025;Mahsup;100;1.234;;x\n"));

        Assert.Equal(("satır 2", "unreadable"), (row.Rejection!.At, row.Rejection.Code));
        Assert.Equal("Borç: \"1.234\" tutarı iki türlü okunabiliyor (1234 ya da 1,234). Hücreyi sayı olarak biçimlendirin ya da tutarı kuruşuyla yazın. Fişin hiçbir satırı alınmadı.", row.Rejection.Reason);
    }

    [Theory]
    [InlineData("2025-01-15", "2025-01-15")]
    [InlineData("15.01.2025", "2025-01-15")]
    [InlineData("5.1.2025", "2025-01-05")]
    [InlineData("15/01/2025 00:00", "2025-01-15")]
    [InlineData("01.15.2025", "01.15.2025")]
    [InlineData("45672", "45672")]
    [InlineData("yarın", "yarın")]
    public void Dates_are_read_as_the_profile_says_and_what_is_none_stays_for_a_finding(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(ReadText(Head + $"1;{text};Mahsup;100;1,00;;x\n")).Voucher!.Date.ToString());

    [Fact]
    public void Good_vouchers_stay_beside_rejected_rows_and_each_is_told_with_its_place()
    {
        var rows = ReadText(Head
            + "1;15.01.2025;Mahsup;100;1,00;;x\n"
            + "2;15.01.2025;Mahsup;100;1,00;;x\n"
            + "\n"
            + ";;;Toplam;2,00;;\n"
            + "2;15.01.2025;Mahsup;100;1.000;;x\n"
            + "1;15.01.2025;Mahsup;600;;1,00;x\n");

        Assert.Equal(["satır 2", "satır 6", "satır 5"], rows.Select(row => row.At));
        Assert.Equal(2, rows[0].Voucher!.Lines.Count);
        Assert.Equal("Satırın hangi fişe ait olduğu belli değil: Fiş No, Fiş Tarihi boş. Fişin her satırında doldurun; birleştirilmiş hücreleri çözün, toplam satırlarını silin.", rows[2].Rejection!.Reason);
    }

    [Fact]
    public void Values_of_one_voucher_that_contradict_each_other_are_refused()
    {
        var rows = ReadText("Fiş No;Fiş Tarihi;Hesap Kodu;Kaydeden;Borç\n1;15.01.2025;100;AYŞE;1,00\n1;15.01.2025;600;;\n1;15.01.2025;600;FATMA;\n");

        Assert.Equal("Aynı fişin iki satırında Kaydeden farklı: satır 2 \"AYŞE\", satır 4 \"FATMA\". Fişin bütün satırlarında aynı değeri yazın.", Assert.Single(rows).Rejection!.Reason);
    }

    [Fact]
    public void An_id_on_some_rows_only_is_refused()
    {
        var rows = ReadText("Fiş No;Tarih;Hesap Kodu;Fiş Kaynak No\n1;15.01.2025;100;A7\n1;15.01.2025;600;\n2;15.01.2025;100;B7\n2;15.01.2025;600;C7\n");

        Assert.All(rows.Take(2), row => Assert.Equal(("satır 3", "unreadable"), (row.Rejection!.At, row.Rejection.Code)));
        Assert.Equal(["B7", "C7"], rows.Skip(2).Select(row => row.Voucher!.Id));
    }

    [Fact]
    public void One_amount_column_takes_its_side_and_refuses_to_guess_it()
    {
        const string OneColumn = "Fiş No;Fiş Tarihi;Hesap Kodu;Tutar;B/A\n";
        var voucher = Assert.Single(ReadText(OneColumn + "1;15.01.2025;100;5,00;B\n1;15.01.2025;600;5,00;alacak\n")).Voucher!;
        Assert.Equal(["5.00|", "|5.00"], voucher.Lines.Select(line => line.Debit + "|" + line.Credit));
        Assert.Contains("borç mu alacak mı", Assert.Single(ReadText(OneColumn + "1;15.01.2025;100;5,00;\n")).Rejection!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_columns_are_kept_with_the_line()
    {
        var voucher = Assert.Single(ReadText("Fiş No;Tarih;Hesap Kodu;Proje\n1;15.01.2025;100;Yeni otel\n")).Voucher!;

        Assert.Equal("Yeni otel", System.Text.Json.JsonDocument.Parse(voucher.Lines[0].Extra!).RootElement.GetProperty("Proje").GetString());
    }

    [Fact]
    public void Encodings_are_told_apart_by_their_bytes_and_refused_where_the_profile_has_no_other()
    {
        const string Csv = Head + "1;15.01.2025;Açılış;100;1,00;;ŞİŞLİ\n";
        byte[][] files = [Encoding.UTF8.GetBytes(Csv), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Csv)], Turkish.GetBytes(Csv), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Csv)]];
        foreach (var file in files)
        {
            var voucher = Assert.Single(Read(file, isWorkbook: false)).Voucher!;
            Assert.Equal(("opening", "ŞİŞLİ"), (voucher.Kind, voucher.Lines[0].Document!.Number));
        }

        var strict = VoucherTable.Profile with { Encodings = ["utf-8"] };
        using var stream = new MemoryStream(files[2]);
        Assert.Equal("Dosya UTF-8 değil; Türkçe harfleri bozulmadan okunamaz. Dosyayı \"CSV UTF-8\" olarak kaydedip yeniden gönderin.", Assert.Throws<UnreadableTableException>(() => VoucherTableReader.Read(stream, isWorkbook: false, strict)).Message);
    }

    [Fact]
    public void Cells_of_a_workbook_are_read_as_they_were_saved()
    {
        var rows = Read(
            Book(
                """
                <row r="1"><c t="inlineStr"><is><t>Ocak fişleri</t></is></c></row>
                <row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c r="D3" t="s"><v>2</v></c><c r="E3" t="s"><v>3</v></c><c r="F3" t="s"><v>4</v></c></row>
                <row r="5"><c r="B5"><v>17</v></c><c r="C5" s="1"><v>45672.4</v></c><c r="D5"><v>153.01000000000001</v></c><c r="E5"><f>1+1</f><v>1234.5600000000001</v></c><c r="F5" t="e"><v>#N/A</v></c></row>
                <row r="6"><c r="B6"><v>18</v></c><c r="C6"><v>45672</v></c><c r="D6" t="inlineStr"><is><r><t>153</t></r><r><t>.10</t></r></is></c><c r="E6"><v>1.2E+15</v></c><c r="F6" t="b"><v>1</v></c></row>
                <row r="7"><c r="B7"><v>19</v></c><c r="C7" t="d"><v>2025-01-15T00:00:00</v></c><c r="D7" t="str"><f>A1</f><v>100</v></c><c r="E7"><f>SUM(E5:E6)</f></c></row>
                <row r="8"><c r="B8" s="1"/></row>
                """),
            isWorkbook: true);

        Assert.Equal(["Sayfa1, satır 5", "Sayfa1, satır 6", "Sayfa1, satır 7"], rows.Select(row => row.At));
        Assert.Equal(("17", "2025-01-15", "153.01", "1234.56", "#N/A"), Shown(rows[0]));
        Assert.Equal(("18", "2025-01-15", "153.10", "1200000000000000", "TRUE"), Shown(rows[1]));
        Assert.Equal("Borç: hücredeki formülün kaydedilmiş bir sonucu yok. Dosyayı tablo programında açıp yeniden kaydedin ya da formülün yerine değerini yazın. Fişin hiçbir satırı alınmadı.", rows[2].Rejection!.Reason);

        static (string?, string, string?, string, string?) Shown(VoucherRow row) =>
            (row.Voucher!.Number, row.Voucher.Date.ToString(), row.Voucher.Lines[0].Account, row.Voucher.Lines[0].Debit.ToString(), row.Voucher.Lines[0].Document?.Number);
    }

    [Theory]
    [InlineData("123456789012345", "123456789012345", null)]
    [InlineData("1234567890123456", null, "Fiş No: 1234567890123456 sayı olarak yazılmış ve 15 basamaktan uzun; tablo programı sonraki basamakları saklamaz. Hücreyi metin yapıp değeri yeniden yazın.")]
    [InlineData("1.2E+15", null, "Fiş No: 1.2E+15 sayı olarak yazılmış ve 15 basamaktan uzun; tablo programı sonraki basamakları saklamaz. Hücreyi metin yapıp değeri yeniden yazın.")]
    public void A_code_that_a_table_program_has_shortened_is_refused_and_not_taken_for_another(string saved, string? number, string? reason)
    {
        var row = Assert.Single(Read(Book($"<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row><row><c><v>{saved}</v></c><c s=\"1\"><v>45672</v></c><c><v>100</v></c></row>"), isWorkbook: true));

        Assert.Equal((number, reason), (row.Voucher?.Number, row.Rejection?.Reason));
    }

    [Theory]
    [InlineData("9999999999999.99", "9999999999999.99")]
    [InlineData("9999999999999.9902", "9999999999999.99")]
    [InlineData("1.2E+15", "1200000000000000")]
    [InlineData("99999999999999.984", null)]
    public void An_amount_whose_cents_a_table_program_has_lost_is_refused(string saved, string? amount)
    {
        var row = Assert.Single(Read(Book($"<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c></row><row><c><v>1</v></c><c s=\"1\"><v>45672</v></c><c><v>100</v></c><c><v>{saved}</v></c></row>"), isWorkbook: true));

        Assert.Equal(amount, row.Voucher?.Lines[0].Debit.ToString());
        Assert.Equal(amount is null, row.Rejection is not null);
    }

    [Fact]
    public void Days_are_counted_from_1904_where_the_workbook_says_so()
    {
        const string Rows = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row><row><c><v>1</v></c><c s=\"1\"><v>44210</v></c><c><v>100</v></c></row>";
        Assert.Equal("2025-01-15", Assert.Single(Read(Book(Rows, "<workbookPr date1904=\"1\"/>"), isWorkbook: true)).Voucher!.Date.ToString());
        Assert.Equal("2021-01-14", Assert.Single(Read(Book(Rows), isWorkbook: true)).Voucher!.Date.ToString());
    }

    [Fact]
    public void Merged_cells_hold_their_value_once_and_the_rows_without_it_are_told()
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Ocak");
        var head = new[] { "Fiş No", "Tarih", "Hesap Kodu", "Borç" };
        for (var i = 0; i < head.Length; i++)
            sheet.Cell(1, i + 1).Value = head[i];
        sheet.Cell(2, 1).SetDataType(XLDataType.Text).SetValue("7");
        sheet.Cell(2, 2).SetDataType(XLDataType.Text).SetValue("15.01.2025");
        sheet.Cell(2, 3).SetDataType(XLDataType.Text).SetValue("100");
        sheet.Cell(3, 3).SetDataType(XLDataType.Text).SetValue("600");
        sheet.Range(2, 1, 3, 1).Merge();
        sheet.Range(2, 2, 3, 2).Merge();
        var second = book.AddWorksheet("Notlar");
        second.Cell(1, 1).Value = "Ayşe Hanım'a sorulacak";
        using var saved = new MemoryStream();
        book.SaveAs(saved);

        var rows = Read(saved.ToArray(), isWorkbook: true);

        Assert.Equal(["Ocak, satır 2", "Ocak, satır 3", "Notlar"], rows.Select(row => row.At));
        Assert.Contains("birleştirilmiş hücreleri çözün", rows[1].Rejection!.Reason, StringComparison.Ordinal);
        Assert.StartsWith("Sayfada başlık satırı bulunamadı; sayfa okunmadı.", rows[2].Rejection!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_its_header_or_with_a_header_twice_is_refused()
    {
        Assert.Equal(
            "Başlık satırı bulunamadı. İlk 20 satırın birinde şu sütunlar olmalıdır: Fiş No, Fiş Tarihi, Hesap Kodu. Örnek dosyayı kullanabilir ya da kendi başlıklarınız için bir okuma biçimi tanımlayabilirsiniz.",
            Assert.Throws<UnreadableTableException>(() => ReadText("a;b;c\n1;2;3\n")).Message);
        Assert.Equal("Başlık satırında \"FİŞ NUMARASI\" sütunu iki kez var. Sütunlardan birini silin ya da başlığını değiştirin.", Assert.Throws<UnreadableTableException>(() => ReadText("Fiş No;FİŞ NUMARASI;Tarih;Hesap Kodu\n")).Message);
    }

    [Fact]
    public void Two_million_rows_are_refused_in_bounded_memory()
    {
        using var text = new MemoryStream();
        text.Write("Fiş No;Tarih;Hesap Kodu;Borç\n"u8);
        for (var i = 0; i < 2_000_000; i++)
            text.Write("1;15.01.2025;100;1,00\n"u8);
        var file = text.ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refusal = Assert.Throws<TableLimitException>(() => Read(file, isWorkbook: false));

        Assert.Equal("Dosyada 200.000 satırdan fazlası var. Bu büyüklükteki gönderiler için fişleri NDJSON olarak gönderin ya da dosyayı bölün.", refusal.Message);
        // What was read before the limit, and nothing of the other 1.8 million rows.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 600_000_000);

        // A workbook of two million rows in one sheet part, as a bomb would bring it: refused after the rows that may be read.
        var sheet = Book("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>" + string.Concat(Enumerable.Repeat("<row><c><v>1</v></c><c s=\"1\"><v>45672</v></c><c><v>100</v></c></row>", 20_000)));
        before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<TableLimitException>(() => Read(sheet, isWorkbook: true, rowsMax: 1_000));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * 1024 * 1024);
    }

    [Fact]
    public void Bombs_and_broken_workbooks_are_refused()
    {
        Assert.Throws<TableLimitException>(() => Read(Book("<row><c><v>" + new string('1', 2_000_000) + "</v></c></row>"), isWorkbook: true));
        Assert.Throws<TableLimitException>(() => Read(Book("<row>" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 2_000)) + "</row>"), isWorkbook: true));
        Assert.Throws<TableLimitException>(() => Read(Book("<row><c r=\"ZZZ1\"><v>1</v></c></row>"), isWorkbook: true));
        // 50 MB of spaces packed to 50 KB.
        Assert.Throws<TableLimitException>(() => Read(Book(string.Concat(Enumerable.Repeat("<row>" + new string(' ', 500_000) + "</row>", 100))), isWorkbook: true));
        Assert.Throws<InvalidDataException>(() => Read(Book("<row><c t=\"s\"><v>99</v></c></row>"), isWorkbook: true));
        Assert.Throws<InvalidDataException>(() => Read(Book("<row><c>"), isWorkbook: true));
        Assert.Throws<InvalidDataException>(() => Read("merhaba"u8.ToArray(), isWorkbook: true));
        Assert.Throws<InvalidDataException>(() => Read(Sealing.Archives.Pack([("a.txt", [1])]), isWorkbook: true));
    }

    [Fact]
    public void The_built_in_profiles_are_whole()
    {
        Assert.Equal(["edefter", "hesap-plani"], ReadingProfileBook.Profiles.Select(profile => profile.Id).Order(StringComparer.Ordinal));
        foreach (var profile in ReadingProfileBook.Profiles)
        {
            Assert.All(profile.Columns, column => Assert.Matches("[.]$", column.Explanation));
        }

        Assert.Empty(ReadingMembers.All.Except(ReadingProfileBook.Profiles.SelectMany(profile => profile.Columns).Select(column => column.Member)));
    }

    [Fact]
    public void Our_own_journal_workbook_can_be_read_again()
    {
        var workbook = Sealing.Archives.Open(Sealing.Archives.Write(Formats.Months.Golden(), Sealing.Archives.EDefter).Zip)[0].Content;

        var rows = Read(workbook, isWorkbook: true);

        Assert.Equal(["900001", "900002", "900003", "900004", "900005"], rows.Select(row => row.Voucher!.Id));
        Assert.Equal(["0000017", "tahsil", "=SUM(A1:A9); \"tırnak\" | boru\tsekme"], [rows[1].Voucher!.Number, rows[1].Voucher!.Kind, rows[1].Voucher!.Comment]);
        Assert.Equal("000123", rows[1].Voucher!.Lines[0].Document!.Number);
    }

    private static void AssertSame(List<Voucher> expected, List<VoucherRow> rows)
    {
        Assert.All(rows, row => Assert.Null(row.Rejection));
        Assert.Equal(expected.Select(VoucherGenerator.Describe), rows.Select(row => VoucherGenerator.Describe(row.Voucher!)));
    }

    private static List<VoucherRow> ReadText(string csv) => Read(Encoding.UTF8.GetBytes(csv), isWorkbook: false);

    private static List<VoucherRow> Read(byte[] file, bool isWorkbook, int rowsMax = VoucherTableReader.RowsMax)
    {
        using var stream = new MemoryStream(file);
        return [.. VoucherTableReader.Read(stream, isWorkbook, VoucherTable.Profile, rowsMax)];
    }

    // A workbook with one sheet, a style for dates, and shared texts for its headers.
    private static byte[] Book(string rows, string properties = "")
    {
        const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("_rels/.rels", $"<Relationships><Relationship Id=\"r\" Type=\"{Relations}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>");
            Add("xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{Relations}\">{properties}<sheets><sheet name=\"Sayfa1\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", $"<Relationships><Relationship Id=\"a\" Type=\"{Relations}/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"b\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/><Relationship Id=\"c\" Type=\"{Relations}/sharedStrings\" Target=\"texts.xml\"/></Relationships>");
            Add("xl/styles.xml", $"<styleSheet {Main}><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            Add("xl/texts.xml", $"<sst {Main}><si><t>Fiş No</t></si><si><t>Tarih</t></si><si><t>Hesap Kodu</t></si><si><r><t>Bor</t></r><r><t>ç</t></r></si><si><t>Belge No</t></si></sst>");
            Add("xl/sheet.xml", $"<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>");

            void Add(string name, string xml)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open());
                writer.Write(xml);
            }
        }

        return output.ToArray();
    }
}
