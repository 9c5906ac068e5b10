using System.Globalization;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Rehearsal.Documents;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rehearsal;

/// <summary>What the authority's rules let pass although its guides forbid it: duplicates, order, document types (ids EK…).</summary>
internal sealed class OwnChecks(GibDocument document, Action<GibFinding> tell)
{
    private const string Renumber = "Ayı yeniden numaralandırıp belgeyi yeniden üretin.";

    private long? lastEntry;
    private long? lastLine;
    private string? lastDate;
    private string lastAccount = string.Empty;

    /// <summary>Looks at an entry of a journal, in the order of the document.</summary>
    public void SeeEntry(Element entry, GibPlace place)
    {
        if (document != GibDocument.Journal)
            return;
        var number = NumberOf(entry, "gl-cor:entryNumberCounter");
        if (number <= lastEntry)
            Tell("EK01", "Yevmiye madde numarası bir öncekinden büyük değil: numara yineleniyor ya da geriye gidiyor.", Renumber, place);
        lastEntry = number ?? lastEntry;
        var date = FirstOf(entry, "gl-cor:enteredDate");
        if (lastDate is not null && string.CompareOrdinal(date, lastDate) < 0)
            Tell("EK03", "Maddenin tarihi bir önceki maddeninkinden önce.", Renumber, place);
        lastDate = date ?? lastDate;
    }

    /// <summary>Looks at a line of a book.</summary>
    public void SeeLine(Element line, GibPlace place)
    {
        if (document == GibDocument.Journal)
        {
            var number = NumberOf(line, "gl-cor:lineNumber");
            if (number <= lastLine)
                Tell("EK02", "Yevmiye satır numarası bir öncekinden büyük değil: numara yineleniyor ya da geriye gidiyor.", Renumber, place);
            lastLine = number ?? lastLine;
        }

        if (FirstOf(line, "gl-cor:documentType") is { } type && DocumentTypes.Parse(XPath.Normalize(type)) is null)
            Tell("EK04", "Belge türü, kılavuzun sekiz türünden biri değil.", "Belge türünü kılavuzun tablosundan seçin; listede yoksa \"diğer\" yazıp belgenin adını verin.", place);
        if (line["gl-cor:account"] is { Any: true } account && !account["gl-cor:accountMainID"].Any)
            Tell("EK05", "Satırın ana hesap kodu yok.", "Fişin bu satırını ERP’de düzeltip belgeyi yeniden üretin.", place);
        if (FirstOf(line, "gl-cor:debitCreditCode") is { } side && XPath.Normalize(side) is not ("D" or "C"))
            Tell("EK06", "Satırın borç mu alacak mı olduğu kılavuzun iki değerinden biriyle yazılmamış.", "Belgeyi üreten yazılım borç için D, alacak için C yazmalıdır; belgeyi yeniden ürettirin.", place);
    }

    /// <summary>Looks at the first line of an account of the ledger.</summary>
    public void SeeAccount(GibPlace place)
    {
        var account = place.Account ?? string.Empty;
        if (string.CompareOrdinal(account, lastAccount) < 0)
            Tell("EK07", "Büyük defterde hesaplar kod sırasında değil.", "Büyük defteri yevmiye defterinden yeniden üretin.", place);
        lastAccount = account;
    }

    private void Tell(string id, string message, string remedy, GibPlace place) => tell(new GibFinding(id, message, remedy, place));

    private static long? NumberOf(Element element, string name) =>
        long.TryParse(FirstOf(element, name), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? FirstOf(Element element, string name)
    {
        foreach (var child in element[name])
            return child.Text;
        return null;
    }
}
