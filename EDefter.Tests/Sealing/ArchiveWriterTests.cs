using System.IO.Compression;
using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Formats;
using EDefter.Core.Sealing;
using EDefter.Core.Vouchers;
using EDefter.Tests.Formats;
using Xunit;

namespace EDefter.Tests.Sealing;

public sealed class ArchiveWriterTests
{
    [Fact]
    public void The_manifest_says_what_the_zip_holds()
    {
        var entries = Months.Golden();
        var (zip, result) = Archives.Write(entries, Archives.Izibiz with { RowsMax = 5 });
        var manifest = result.Manifest!;

        Assert.Equal(Sha256(zip), manifest.Zip.Sha256);
        Assert.Equal(zip.Length, manifest.Zip.Bytes);
        Assert.Equal("0010213576_0000_202501_0001.zip", manifest.Zip.Name);
        foreach (var (file, (name, content)) in manifest.Files.Zip(Archives.Open(zip)))
            Assert.Equal((name, (long)content.Length, Sha256(content), Sha256(content)), (file.Name, file.Bytes, file.Sha256, file.Content));
        Assert.Equal([4L, 3L, 4L, 2L], manifest.Files.Select(file => file.Rows));
        var listing = string.Concat(manifest.Files.Select(file => file.Name + "\0" + file.Sha256 + "\n"));
        Assert.Equal(Sha256(System.Text.Encoding.UTF8.GetBytes(listing)), manifest.Content);
        Assert.Equal(("ornek-otel", "0000", "2025-01", 7L), (manifest.Company, manifest.Branch, manifest.Period, manifest.Revision));
        Assert.Equal(("12446940.00", "12446940.00"), (manifest.Numbers.Debit, manifest.Numbers.Credit));
        Assert.Equal(Confidence.Exact, manifest.Profile.Confidence);
        Assert.Equal("001", manifest.Profile.Parameters["erpNumber"]);
        Assert.Null(manifest.Sealed);
    }

    [Fact]
    public void What_is_unpacked_may_be_read_by_everybody_and_written_by_its_owner()
    {
        using var zip = new ZipArchive(new MemoryStream(Archives.Write(Months.Golden(), Archives.Izibiz with { RowsMax = 5 }).Zip));

        Assert.All(zip.Entries, entry => Assert.Equal("100644", Convert.ToString((entry.ExternalAttributes >> 16) & 0xFFFF, 8)));
    }

    [Fact]
    public void A_workbook_is_identified_by_its_uncompressed_parts()
    {
        var (zip, result) = Archives.Write(Months.Golden(), Archives.EDefter);
        var workbook = Archives.Open(zip)[0].Content;
        var file = Assert.Single(result.Manifest!.Files);

        var listing = string.Concat(Archives.Open(workbook).Select(part => part.Name + "\0" + Sha256(part.Content) + "\n"));
        Assert.Equal(Sha256(System.Text.Encoding.UTF8.GetBytes(listing)), file.Content);
        Assert.Equal(Sha256(workbook), file.Sha256);
    }

    [Fact]
    public void The_manifest_survives_its_file_and_says_who_and_when_only_beside()
    {
        var (zip, result) = Archives.Write(Months.Golden(), Archives.Izibiz);
        var beside = result.Manifest! with { Sealed = new ManifestSeal("Ayşe Işık", new DateTimeOffset(2025, 2, 3, 10, 0, 0, TimeSpan.FromHours(3))) };

        var json = ManifestJson.Write(beside);

        Assert.Equal(json, ManifestJson.Write(ManifestJson.Read(json)));
        using var document = JsonDocument.Parse(json);
        Assert.Equal("Ayşe Işık", document.RootElement.GetProperty("sealed").GetProperty("by").GetString());
        Assert.Equal("exact", document.RootElement.GetProperty("profile").GetProperty("confidence").GetString());
        Assert.Equal("delimited", document.RootElement.GetProperty("files")[0].GetProperty("kind").GetString());
        Assert.DoesNotContain("Ayşe", System.Text.Encoding.UTF8.GetString(zip), StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => ManifestJson.Read("{}"u8));
    }

    [Fact]
    public void What_texts_underwent_is_told_in_the_manifest()
    {
        var adjustments = Archives.Write(Months.Golden(), Archives.Izibiz).Result.Manifest!.Adjustments;

        Assert.Contains(new Adjustment { Kind = AdjustmentKind.Substituted, Field = "lineComment", Character = "U+20BA", With = "TL", Count = 1 }, adjustments);
        Assert.Contains(new Adjustment { Kind = AdjustmentKind.Replaced, Field = "entryComment", Character = "U+003B", With = ",", Count = 2 }, adjustments);
        Assert.Equal(adjustments, Archives.Write(Months.Golden(), Archives.Izibiz with { RowsMax = 5 }).Result.Manifest!.Adjustments);
        Assert.Empty(Archives.Write(Months.Golden(), Archives.EDefter).Result.Manifest!.Adjustments);
    }

    [Fact]
    public void An_archive_that_lacks_an_entry_cannot_be_completed()
    {
        var entries = Months.Golden();
        using var zip = new MemoryStream();
        using var writer = ArchiveWriter.Begin(Months.RequestOf(entries), Archives.Izibiz, zip);
        foreach (var entry in entries.Take(entries.Count - 1))
            writer.Write(entry);

        Assert.Throws<InvalidOperationException>(() => writer.Complete());
    }

    [Fact]
    public void An_entry_out_of_order_or_twice_is_a_fault()
    {
        var entries = Months.Golden();
        using var writer = ArchiveWriter.Begin(Months.RequestOf(entries), Archives.Izibiz, new MemoryStream());

        Assert.Throws<InvalidOperationException>(() => writer.Write(entries[1]));
        writer.Write(entries[0]);
        Assert.Throws<InvalidOperationException>(() => writer.Write(entries[0]));
    }

    [Fact]
    public void An_archive_that_was_given_up_cannot_be_opened()
    {
        var entries = Months.Golden();
        var zip = new MemoryStream();
        using (var writer = ArchiveWriter.Begin(Months.RequestOf(entries), Archives.EDefter, zip))
            writer.Write(entries[0]);

        Assert.Throws<InvalidDataException>(() => Archives.Open(zip.ToArray()));
    }

    [Fact]
    public void A_code_that_the_format_cannot_hold_is_refused_and_all_of_them_are_told()
    {
        var entries = Months.Number(
            [
                Months.Simple(1, change: line => line with { Document = new SourceDocument { Type = "invoice", Number = "A;1", Date = DateField.Of(new DateOnly(2025, 1, 2)) } }),
                Months.Simple(2, change: line => line with { Account = "153.Ω" }),
                Months.Simple(3, change: line => line with { Id = "x\"y" }),
                Months.Simple(4, change: line => line with { MainAccount = "1530", Account = "1530.1" }),
                Months.Simple(5, comment: "Ω ve 中 açıklamada olabilir"),
            ],
            1,
            1);

        var (zip, result) = Archives.Write(entries, Archives.Izibiz);

        Assert.False(result.IsComplete);
        Assert.Equal(4, result.UnwritableCount);
        Assert.Equal(
            [
                (UnwritableReason.Separator, "V1", "documentNumber"),
                (UnwritableReason.LackingCharacter, "V2", "subAccount"),
                (UnwritableReason.Separator, "V3", "lineId"),
                (UnwritableReason.TooLong, "V4", "mainAccount"),
            ],
            result.Unwritable.Select(value => (value.Reason, value.VoucherId!, value.Field!)));
        Assert.Equal("00001/1: Belge No alanında dosya biçiminin ayırıcısı olan \";\" (U+003B) karakteri var; bu alan değiştirilerek yazılamaz.", result.Unwritable[0].Message);
        Assert.Throws<InvalidDataException>(() => Archives.Open(zip));
    }

    [Theory]
    [InlineData("edefter")]
    [InlineData("izibiz")]
    public void A_control_character_reaches_no_file(string profile)
    {
        var entries = Months.Number([Months.Simple(1, comment: "a\u0007b")], 1, 1);

        var (_, result) = Archives.Write(entries, ProfileBook.Standard.Find(profile)!);

        Assert.All(result.Unwritable, value => Assert.Equal(UnwritableReason.IllegalCharacter, value.Reason));
        // The comment of the voucher stands on both rows, the description of each line on its own.
        Assert.Equal(4, result.UnwritableCount);
    }

    [Fact]
    public void A_number_or_date_that_a_workbook_would_spoil_is_refused()
    {
        var entries = Months.Number(
            [
                Months.Simple(1, change: line => line with { Original = new OriginalAmount { Currency = "EUR", Amount = AmountField.Of(1234567890123.4567m), Rate = AmountField.Of(50.000000000000000000m) } }),
                Months.Simple(2, change: line => line with { Document = new SourceDocument { Type = "receipt", Number = "1", Date = DateField.Of(new DateOnly(1899, 5, 1)) } }),
            ],
            1,
            1);

        var (_, result) = Archives.Write(entries, Archives.EDefter);

        Assert.Equal([(UnwritableReason.TooManyDigits, "originalAmount"), (UnwritableReason.DateOutOfRange, "documentDate")], result.Unwritable.Select(value => (value.Reason, value.Field!)));
    }

    [Fact]
    public void A_value_that_is_the_word_for_nothing_is_refused()
    {
        var entries = Months.Number([Months.Simple(1, change: line => line with { PaymentMethod = "NULL" })], 1, 1);

        Assert.Equal(UnwritableReason.LooksEmpty, Assert.Single(Archives.Write(entries, Archives.Izibiz).Result.Unwritable).Reason);
    }

    [Fact]
    public void An_entry_is_never_split_and_one_too_large_for_a_part_is_refused()
    {
        var (_, result) = Archives.Write(Months.Golden(), Archives.Izibiz with { RowsMax = 3 });

        var value = Assert.Single(result.Unwritable);
        Assert.Equal((UnwritableReason.EntryTooLarge, "900004"), (value.Reason, value.VoucherId));
    }

    [Fact]
    public void A_workbook_splits_on_a_voucher_boundary_too()
    {
        var (zip, result) = Archives.Write(Months.Golden(), Archives.EDefter with { RowsMax = 5 });

        Assert.Equal([4L, 3L, 4L, 2L], result.Manifest!.Files.Select(file => file.Rows));
        var second = WorkbookReader.Cells(Archives.Open(zip)[1].Content);
        Assert.Equal("2", second.Single(cell => cell is { Sheet: "Dosya", Row: 2, Column: 7 }).Value);
        Assert.Equal("3", second.First(cell => cell is { Sheet: "Yevmiye", Row: 2, Column: 1 }).Value);
    }

    [Fact]
    public void A_month_without_entries_is_a_file_with_its_header()
    {
        var (zip, result) = Archives.Write([], Archives.Izibiz);

        Assert.Equal(0, Assert.Single(result.Manifest!.Files).Rows);
        Assert.StartsWith("detailref;", System.Text.Encoding.ASCII.GetString(Archives.Open(zip)[0].Content), StringComparison.Ordinal);
    }

    [Fact]
    public void A_branch_and_a_parameter_are_written_as_the_profile_says()
    {
        var entries = Months.Golden();
        var request = Months.RequestOf(entries) with { Book = new BookId("ornek-otel", "0003"), Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["erpNumber"] = "00101" } };

        var (zip, _) = Archives.Write(entries, Archives.Izibiz, request);

        var row = System.Text.Encoding.Latin1.GetString(Archives.Open(zip)[0].Content).Split('\r')[1].Split(';');
        Assert.Equal(("00101", "0003"), (row[19], row[20]));
        Assert.Throws<ArgumentException>(() => Archives.Write(entries, Archives.EDefter, request));
    }

    [Fact]
    public void The_identity_follows_from_everything_that_changes_a_file()
    {
        var request = Months.RequestOf(Months.Golden());
        var ids = new List<string>
        {
            ArchiveIdentity.Of(request, Archives.Izibiz),
            ArchiveIdentity.Of(request, Archives.EDefter),
            ArchiveIdentity.Of(request with { Revision = 8 }, Archives.Izibiz),
            ArchiveIdentity.Of(request with { Creator = "x" }, Archives.Izibiz),
            ArchiveIdentity.Of(request with { Numbers = request.Numbers with { Chain = "sha256:4" } }, Archives.Izibiz),
            ArchiveIdentity.Of(request with { Book = new BookId("ornek-otel", "0001") }, Archives.Izibiz),
            ArchiveIdentity.Of(request, Archives.Izibiz with { Version = 2 }),
            ArchiveIdentity.Of(request with { Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["erpNumber"] = "2" } }, Archives.Izibiz),
        };

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(ids[0], ArchiveIdentity.Of(Months.RequestOf(Months.Golden()), Archives.Izibiz));
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
}
