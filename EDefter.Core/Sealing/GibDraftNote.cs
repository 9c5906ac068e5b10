using System.Globalization;
using System.Text;
using EDefter.Core.Text;

namespace EDefter.Core.Sealing;

/// <summary>The text that lies in every draft: that nobody has signed it, what it is good for, and what is in it.</summary>
internal static class GibDraftNote
{
    public const string FileName = "OKUBENI-IMZASIZ-TASLAK.txt";

    public const string Unsigned = "İmzasız taslak: GİB’e yüklenemez, defter ve berat yerine geçmez.";

    public const string TestSigned = "Sınama sertifikasıyla imzalı taslak: bu sertifika mali mühür değildir; GİB’e yüklenemez, defter ve berat yerine geçmez.";

    /// <returns>UTF-8 with a mark and CR LF, so that every text program of Windows shows it.</returns>
    public static string Write(ArchiveRequest request, ManifestDraft draft, IReadOnlyList<ManifestFile> files)
    {
        var text = new StringBuilder("\ufeff");
        Line(text, "İMZASIZ E-DEFTER TASLAĞI");
        Line(text, draft.Note);
        Line(text);
        Line(text, $"Firma: {request.Company?.Title ?? request.Company?.PersonName} ({request.TaxId}), şube {request.Book.Branch}");
        Line(text, $"Dönem: {TurkishText.Month(request.Period)}");
        Line(text, $"Oluşturulma tarihi: {TurkishText.Date(DateOnly.ParseExact(draft.CreationDate, "O", CultureInfo.InvariantCulture))}");
        Line(text, $"Parça sayısı: {TurkishText.Count(draft.Parts)}; ilk parçanın hesap dönemindeki sırası: {TurkishText.Count(draft.FirstSeries)}");
        Line(text, $"Yevmiye maddesi: {TurkishText.Count(request.Numbers.First)}–{TurkishText.Count(request.Numbers.Last)}; satır: {TurkishText.Count(request.Numbers.FirstLine)}–{TurkishText.Count(request.Numbers.LastLine)}");
        Line(text, $"Borç toplamı: {TurkishText.Amount(request.Numbers.Debit)}; alacak toplamı: {TurkishText.Amount(request.Numbers.Credit)}");
        Line(text, $"Numara zinciri: {request.Numbers.Chain}");
        Line(text);
        Line(text, "Bu dosyalar GİB’in e-Defter belgeleri biçimindedir, ancak mali mühürle imzalanmamıştır.");
        Line(text, "İmzalayıp yüklemek, uyumlu yazılımın ya da özel entegratörün işidir. Beratlar, imzalanan defterlerden yeniden üretilir.");
        Line(text, "Dosyaları açıp kaydetmeyin: bir baytı değişen belge başka bir belgedir.");
        Line(text);
        Line(text, "Dosyalar (ad, bayt, SHA-256):");
        foreach (var file in files)
            Line(text, string.Create(CultureInfo.InvariantCulture, $"{file.Name}  {file.Bytes}  {file.Sha256}"));
        return text.ToString();
    }

    private static void Line(StringBuilder text, string line = "") => text.Append(line).Append("\r\n");
}
