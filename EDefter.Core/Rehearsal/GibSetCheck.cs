using System.Globalization;
using EDefter.Core.Formats.Gib;

namespace EDefter.Core.Rehearsal;

/// <summary>
/// Holds the documents of a month against each other, and the month against the one before: what the authority's rules, which see one file,
/// cannot see (Teknik Kılavuz 2.2, 2.3; Uygulama Kılavuzu 9, 19–21; ids EK10…).
/// </summary>
public sealed class GibSetCheck(Action<string, GibFinding> tell)
{
    private static readonly GibPlace Whole = new(null, null, null, null, 1);
    private static readonly string[] TaxAccounts = ["391", "191", "600", "601", "602"];

    /// <param name="documents">All of a month and branch, in any order.</param>
    public void Run(IReadOnlyList<GibDocumentSummary> documents)
    {
        var journals = PartsOf(documents, GibDocument.Journal);
        var ledgers = PartsOf(documents, GibDocument.Ledger);
        CheckParts(journals);
        CheckParts(ledgers);
        CheckContinuity(journals);
        foreach (var (part, journal) in journals)
        {
            if (ledgers.GetValueOrDefault(part) is { } ledger)
                CheckSameLines(journal, ledger);
        }

        CheckBerats(PartsOf(documents, GibDocument.JournalBerat), journals);
        CheckBerats(PartsOf(documents, GibDocument.LedgerBerat), ledgers);
        foreach (var report in PartsOf(documents, GibDocument.Report).Values)
            CheckReport(report, journals.Count > 0 ? journals.Values : ledgers.Values);
    }

    private static SortedDictionary<int, GibDocumentSummary> PartsOf(IReadOnlyList<GibDocumentSummary> documents, GibDocument kind)
    {
        var parts = new SortedDictionary<int, GibDocumentSummary>();
        foreach (var document in documents.Where(document => document.Document == kind))
            parts.TryAdd(GibFileName.Parse(document.FileName)?.Part ?? 0, document);
        return parts;
    }

    private void CheckParts(SortedDictionary<int, GibDocumentSummary> parts)
    {
        if (parts.Count == 0)
            return;
        var isWhole = parts.TryGetValue(0, out var whole);
        if (isWhole && parts.Count > 1)
            Tell("EK10", whole!, "Ayın tamamını kapsayan defterle ayın parçaları bir arada bulunamaz.", "Ya tek defteri ya da parçaları bırakın.");
        var expected = isWhole ? 0 : 1;
        GibDocumentSummary? before = null;
        foreach (var (number, part) in parts)
        {
            if (number != expected++ && !isWhole)
                Tell("EK11", part, "Defterin parça numaraları ardışık değil: önceki parça eksik.", "Eksik parçayı ekleyin ya da ayı yeniden üretin.");
            if (before is not null && !Follows(before.PeriodEnd, part.PeriodStart))
                Tell("EK12", part, "Parçanın ilk günü, önceki parçanın son gününün ya da ertesi gününün kendisi değil.", "Ayı yeniden parçalara bölün; parçalar arasında gün boşluğu kalmamalıdır.");
            before = part;
        }
    }

    private void CheckContinuity(SortedDictionary<int, GibDocumentSummary> journals)
    {
        GibDocumentSummary? before = null;
        foreach (var journal in journals.Values)
        {
            if (before is not null && journal.FirstEntry != before.LastEntry + 1)
                Tell("EK13", journal, "Yevmiye madde numarası önceki parçanın kaldığı yerden sürmüyor.", "Ayı yeniden numaralandırıp bütün parçaları yeniden üretin.");
            if (before is not null && journal.FirstLine != before.LastLine + 1)
                Tell("EK14", journal, "Yevmiye satır numarası önceki parçanın kaldığı yerden sürmüyor.", "Ayı yeniden numaralandırıp bütün parçaları yeniden üretin.");
            before = journal;
        }
    }

    private void CheckSameLines(GibDocumentSummary journal, GibDocumentSummary ledger)
    {
        if (journal.Lines != ledger.Lines || journal.LinesHash != ledger.LinesHash)
            Tell("EK15", ledger, "Büyük defterin satırları yevmiye defterininkilerle aynı değil.", "Büyük defteri bu yevmiye defterinden yeniden üretin.");
        if (!string.Equals(journal.PeriodStart, ledger.PeriodStart, StringComparison.Ordinal) || !string.Equals(journal.PeriodEnd, ledger.PeriodEnd, StringComparison.Ordinal))
            Tell("EK16", ledger, "Büyük defter ile yevmiye defteri farklı günleri kapsıyor.", "Büyük defteri bu yevmiye defterinden yeniden üretin.");
    }

    private void CheckBerats(SortedDictionary<int, GibDocumentSummary> berats, SortedDictionary<int, GibDocumentSummary> books)
    {
        foreach (var (part, berat) in berats)
        {
            if (books.GetValueOrDefault(part) is { } book)
                CheckBerat(berat, book);
        }
    }

    private void CheckBerat(GibDocumentSummary berat, GibDocumentSummary book)
    {
        const string Again = "Beratı bu defterden yeniden üretin.";
        if (!string.Equals(berat.ControlNumber, book.ControlNumber, StringComparison.Ordinal))
            Tell("EK17", berat, "Beratın kontrol numarası defterinkinden farklı.", Again);
        if (berat.EntriesTold is { } told && !string.Equals(told, book.Entries.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
            Tell("EK18", berat, "Berattaki madde sayısı defterdeki madde sayısından farklı.", Again);
        if (berat.SizeTold is { } size && !string.Equals(size, HeadXml.Megabytes(book.Bytes), StringComparison.Ordinal))
            Tell("EK19", berat, "Berattaki boyut defter dosyasının boyutundan farklı: dosya imzalandıktan sonra değişmiş olabilir.", Again);
        if (!string.Equals(berat.BookSignatureValue, book.SignatureValue, StringComparison.Ordinal))
            Tell("EK20", berat, "Berattaki imza değeri defterin imza değerinden farklı.", "Defter yeniden imzalandıysa beratı da yeniden üretin.");
        foreach (var account in TaxAccounts)
        {
            if (AmountOf(berat, account, "D") != AmountOf(book, account, "D") || AmountOf(berat, account, "C") != AmountOf(book, account, "C"))
                Tell("EK21", berat, $"Berattaki {account} hesabı toplamı defterdekinden farklı.", Again);
        }
    }

    private void CheckReport(GibDocumentSummary report, SortedDictionary<int, GibDocumentSummary>.ValueCollection books)
    {
        if (books.Count == 0)
            return;
        foreach (var key in report.Turnover.Keys.Union(books.SelectMany(book => book.Turnover.Keys)).OrderBy(key => key.Account, StringComparer.Ordinal).ThenBy(key => key.Side, StringComparer.Ordinal))
        {
            var told = report.Turnover.GetValueOrDefault(key);
            var amount = books.Sum(book => book.Turnover.GetValueOrDefault(key).Amount);
            var movements = books.Sum(book => book.Turnover.GetValueOrDefault(key).Movements);
            if (told.Amount != amount || told.Movements != movements)
                Tell("EK22", report, $"Defter raporundaki {key.Account} hesabının {(key.Side == "D" ? "borç" : "alacak")} toplamı ya da hareket sayısı defterdekinden farklı.", "Defter raporunu bütün parçalar tamamlandıktan sonra yeniden üretin.");
        }
    }

    private static decimal AmountOf(GibDocumentSummary document, string account, string side) => document.Turnover.GetValueOrDefault((account, side)).Amount;

    private static bool Follows(string? end, string? start)
    {
        var isRead = DateOnly.TryParseExact(end, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) & DateOnly.TryParseExact(start, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        return isRead && first.DayNumber - last.DayNumber is 0 or 1;
    }

    private void Tell(string id, GibDocumentSummary document, string message, string remedy) => tell(document.FileName, new GibFinding(id, message, remedy, Whole));
}
