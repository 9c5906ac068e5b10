using EDefter.Core.Formats;
using EDefter.Core.Sealing;
using Xunit;

namespace EDefter.Tests.Sealing;

/// <summary>Files as they were sealed, and what LibreOffice made of them when it opened and saved them (<see cref="LibreOfficeTests"/> writes both).</summary>
public sealed class ResavedTwinTests
{
    [Fact]
    public void The_workbook_that_LibreOffice_once_saved_is_altered() => AssertWorkbook(Verify("edefter", ".xlsx", FileKind.Workbook));

    [Fact]
    public void The_text_file_that_LibreOffice_once_saved_is_named_cell_by_cell() => AssertText(Verify("izibiz", ".csv", FileKind.Delimited));

    /// <summary>Our workbook marks codes as text and numbers as numbers, so LibreOffice keeps every cell but the one with a CR LF inside; the file is another one all the same.</summary>
    internal static void AssertWorkbook(Verification verification)
    {
        Assert.Equal(Verdict.Altered, verification.Verdict);
        Assert.Equal([(DifferenceKind.Changed, null), (DifferenceKind.SpacesChanged, "Yevmiye sayfası, 5. satır, Satır Açıklaması")], verification.Differences.Select(difference => (difference.Kind, difference.Place)));
        Assert.Equal("LibreOffice’te açılıp kaydedilmiş; 1 hücrede boşluk ya da satır sonu değişmiş.", verification.Likely);
    }

    internal static void AssertText(Verification verification)
    {
        Assert.Equal(Verdict.Altered, verification.Verdict);
        var told = verification.Differences.Select(difference => $"{difference.Place}: {difference.Kind} {difference.Expected} → {difference.Found}").ToList();
        Assert.Contains("2. satır, documentreference: LeadingZeroLost 00001 → 1", told);
        Assert.Contains("4. satır, documentnumber: LeadingZeroLost 000123 → 123", told);
        Assert.Contains("4. satır, accsubid: DecimalSeparatorChanged 102.001 → 102001", told);
        Assert.Contains("6. satır, documentreference: TextToNumber 5E3 → 5000", told);
        Assert.Contains("9. satır, amount: TextToDate 10.10 → 10/10/2026", told);
        Assert.Contains(": LineEndsChanged CR → LF", told);
        Assert.Contains(": EncodingChanged Windows-1254 → UTF-8", told);
        Assert.DoesNotContain(verification.Counts, count => count.Kind is DifferenceKind.RowMissing or DifferenceKind.RowAdded or DifferenceKind.RowMoved or DifferenceKind.ColumnMoved or DifferenceKind.ColumnMissing);
        Assert.StartsWith("Excel ya da LibreOffice gibi bir tablo programında açılıp kaydedilmiş; ", verification.Likely, StringComparison.Ordinal);
    }

    private static Verification Verify(string profile, string extension, FileKind kind)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Sealing", "Twins");
        var twin = SealedTwin.Of(profile + extension, kind, File.ReadAllBytes(Path.Combine(folder, profile + ".sealed" + extension)));
        return twin.Verify(File.ReadAllBytes(Path.Combine(folder, profile + ".libreoffice" + extension)), profile + extension);
    }
}
