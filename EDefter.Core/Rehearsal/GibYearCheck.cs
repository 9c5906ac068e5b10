using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Text;

namespace EDefter.Core.Rehearsal;

/// <summary>
/// Holds the months of a book against each other: numbers that run through the fiscal year, control numbers, the year itself (Uygulama Kılavuzu 9,
/// 19–21; Genel Açıklamalar 4.1.2; ids EK23…). The authority's rules see one file.
/// </summary>
public sealed class GibYearCheck(Action<string, GibFinding> tell)
{
    private const string Renumber = "Bu aydan başlayarak ayları sırayla yeniden numaralandırıp belgelerini yeniden üretin.";
    private static readonly GibPlace Whole = new(null, null, null, null, 1);

    /// <param name="documents">All journals of a book and branch, of any months, in any order.</param>
    public void Run(IEnumerable<GibDocumentSummary> documents)
    {
        var journals = (from document in documents
                        where document.Document == GibDocument.Journal
                        let name = GibFileName.Parse(document.FileName)
                        where name is not null
                        orderby name.Period.Year, name.Period.Month, name.Part
                        select (Name: name, Journal: document)).ToList();
        (GibFileName Name, GibDocumentSummary Journal)? before = null;
        foreach (var (name, journal) in journals)
        {
            if (before is not { } earlier)
                CheckFirst(name.Period, journal);
            else if (earlier.Name.Period != name.Period)
                CheckMonths(earlier, (name, journal));
            else
                CheckSeries(earlier.Journal, journal);
            before = (name, journal);
        }
    }

    private void CheckMonths((GibFileName Name, GibDocumentSummary Journal) earlier, (GibFileName Name, GibDocumentSummary Journal) later)
    {
        var (before, journal) = (earlier.Journal, later.Journal);
        if (earlier.Name.Period.Next != later.Name.Period)
        {
            Tell("EK23", journal, $"{TurkishText.Month(earlier.Name.Period)} ile {TurkishText.Month(later.Name.Period)} arasındaki ayların defteri yok; numaraların sürüp sürmediği denetlenemedi.", "Aradaki ayların defterlerini de ekleyip yeniden kontrol edin.");
            CheckFirst(later.Name.Period, journal);
            return;
        }

        if (BeginsYear(later.Name.Period, journal))
        {
            CheckFirst(later.Name.Period, journal);
            return;
        }

        if (!string.Equals(before.FiscalYearStart, journal.FiscalYearStart, StringComparison.Ordinal))
            Tell("EK27", journal, "Hesap döneminin ilk günü önceki ayın defterindekinden farklı.", "Firma bilgilerindeki hesap dönemini kontrol edip belgeyi yeniden üretin.");
        if (journal.FirstEntry != before.LastEntry + 1)
            Tell("EK24", journal, $"Yevmiye madde numarası önceki ayın kaldığı yerden sürmüyor: önceki ay {Shown(before.LastEntry)} ile bitiyor, bu ay {Shown(journal.FirstEntry)} ile başlıyor.", Renumber);
        if (journal.FirstLine != before.LastLine + 1)
            Tell("EK25", journal, $"Yevmiye satır numarası önceki ayın kaldığı yerden sürmüyor: önceki ay {Shown(before.LastLine)} ile bitiyor, bu ay {Shown(journal.FirstLine)} ile başlıyor.", Renumber);
        CheckSeries(before, journal);
    }

    // Counts the parts of a fiscal year, through its months.
    private void CheckSeries(GibDocumentSummary before, GibDocumentSummary journal)
    {
        if (SeriesOf(before) is { } last && SeriesOf(journal) is { } next && next != last + 1)
            Tell("EK26", journal, $"Defterin kontrol numarası önceki defterinkinden sonra gelmiyor: sıra numarası {last} iken {next} olmuş.", "Belgeyi, hesap döneminin sıradaki kontrol numarasıyla yeniden üretin.");
    }

    private void CheckFirst(Period period, GibDocumentSummary journal)
    {
        if (BeginsYear(period, journal) && (journal.FirstEntry is not (null or 1) || journal.FirstLine is not (null or 1)))
            Tell("EK28", journal, $"Hesap döneminin ilk ayında numaralar 1 ile başlamıyor: madde {Shown(journal.FirstEntry)}, satır {Shown(journal.FirstLine)}.", Renumber);
    }

    private static bool BeginsYear(Period period, GibDocumentSummary journal) => string.Equals(journal.FiscalYearStart, period.FirstDay.ToString("O", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static int? SeriesOf(GibDocumentSummary journal) =>
        journal.ControlNumber is { Length: 15 } number && int.TryParse(number.AsSpan(9), NumberStyles.None, CultureInfo.InvariantCulture, out var series) ? series : null;

    private static string Shown(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "–";

    private void Tell(string id, GibDocumentSummary document, string message, string remedy) => tell(document.FileName, new GibFinding(id, message, remedy, Whole));
}
