using System.Xml;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Rehearsal.Asserts;
using EDefter.Core.Rehearsal.Documents;
using EDefter.Core.Rehearsal.Sequences;

namespace EDefter.Core.Rehearsal;

/// <summary>The entries of a document, one after another.</summary>
internal sealed class BookCheck(GibDocumentCheck check, OwnChecks own, SummaryBuilder summary)
{
    private readonly LineSums sums = new();
    private readonly SuccessorWatch entryNumbers = new();
    private readonly SuccessorWatch lineNumbers = new();
    private readonly LaterWatch dates = new();
    private LedgerOrder order = new();
    private IReadOnlyList<GibAssert>? sumAsserts;
    private long entries;

    /// <summary>Reads <c>gl-cor:accountingEntries</c>.</summary>
    /// <returns>All of it but the entries, which have passed.</returns>
    public Element Read(XmlReader reader)
    {
        (entries, order) = (0, new LedgerOrder());
        var element = check.ReadTag(reader);
        GibDocumentCheck.EachChild(reader, () =>
        {
            if (string.Equals(check.Name(reader), "gl-cor:entryHeader", StringComparison.Ordinal))
                ReadEntry(reader);
            else
                element.Add(ReadHead(reader));
        });
        CheckWhole(element);
        return element;
    }

    /// <summary>Tells what only the end of the document shows.</summary>
    public void Finish()
    {
        foreach (var gap in entryNumbers.Finish())
            check.Tell("Y74", "Yevmiye madde numaraları ardışık değil: bu numaradan sonrası eksik.", "Ayı yeniden numaralandırıp belgeyi yeniden üretin.", gap);
        foreach (var gap in lineNumbers.Finish())
            check.Tell("Y90", "Yevmiye satır numaraları ardışık değil: bu numaradan sonrası eksik.", "Ayı yeniden numaralandırıp belgeyi yeniden üretin.", gap);
        foreach (var late in dates.Finish())
            check.Tell("Y75", "Maddeler tarih sırasında değil.", "Ayı yeniden numaralandırıp belgeyi yeniden üretin.", late);
    }

    private Element ReadHead(XmlReader reader)
    {
        var head = check.ReadWhole(reader);
        var place = GibDocumentCheck.PlaceOf(head);
        if (string.Equals(head.Name, "gl-cor:documentInfo", StringComparison.Ordinal))
        {
            check.Scope.AddDocumentInfo(head);
            check.Check(DocumentInfoAsserts.All, head, place);
        }
        else if (string.Equals(head.Name, "gl-cor:entityInformation", StringComparison.Ordinal))
        {
            check.Check(EntityAsserts.Entity, head, place);
            check.Scope.FiscalYearStart = First(head, "gl-bus:fiscalYearStart");
            foreach (var part in head.Children)
            {
                if (EntityAsserts.Parts.TryGetValue(part.Name, out var asserts))
                    check.Check(asserts, part, GibDocumentCheck.PlaceOf(part));
            }
        }

        Witness(head);
        return head;
    }

    // The rules look for numbers and dates in whatever follows, under whatever name it stands.
    private void Witness(Element element)
    {
        if (check.Scope.Document != GibDocument.Journal)
            return;
        foreach (var child in element.Children)
        {
            if (string.Equals(child.Name, "gl-cor:lineNumber", StringComparison.Ordinal))
                lineNumbers.Witness(XPath.Number(child.Text));
            else if (string.Equals(child.Name, "gl-cor:entryNumberCounter", StringComparison.Ordinal))
                entryNumbers.Witness(XPath.Number(child.Text));
            else if (string.Equals(child.Name, "gl-cor:enteredDate", StringComparison.Ordinal))
                dates.Witness(child.Text);
            Witness(child);
        }
    }

    private void ReadEntry(XmlReader reader)
    {
        entries++;
        sums.Clear();
        var held = check.HeldBytes;
        var entry = check.ReadTag(reader);
        check.TellSchema(check.Faults.Take(), GibDocumentCheck.PlaceOf(entry));
        var counters = new RisingCounter();
        var isFirst = true;
        GibDocumentCheck.EachChild(reader, () =>
        {
            var beforeLine = check.HeldBytes;
            var child = check.ReadWhole(reader);
            PlaceSchemaFaults(entry, child);
            if (check.IsSummary || !string.Equals(child.Name, "gl-cor:entryDetail", StringComparison.Ordinal))
            {
                entry.Add(child);
                Witness(child);
                return;
            }

            entry.Adopt(child);
            PassLine(entry, child, counters, isFirst);
            isFirst = false;
            check.HeldBytes = beforeLine;
        });
        var place = PlaceOf(entry, line: null);
        check.TellSchema(check.Faults.TakeEntry(), place);
        if (check.IsSummary)
            CheckSummary(entry, place);
        else
            CheckBookEntry(entry, place);
        check.HeldBytes = held;
    }

    private void PlaceSchemaFaults(Element entry, Element child)
    {
        if (!check.Faults.Any)
            return;
        if (string.Equals(child.Name, "gl-cor:entryDetail", StringComparison.Ordinal))
            check.TellSchema(check.Faults.Take(), PlaceOf(entry, child));
        else
            check.Faults.KeepForEntry();
    }

    private void PassLine(Element entry, Element line, RisingCounter counters, bool isFirst)
    {
        sums.Add(line);
        var place = PlaceOf(entry, line);
        summary.AddLine(line, isOfSummary: false);
        own.SeeLine(line, place);
        check.Check(LineAsserts.All, line, place);
        foreach (var part in line["gl-bus:measurable"])
            check.Check(LineAsserts.Measurable, part, place);
        if (check.Scope.Document == GibDocument.Journal)
        {
            Watch(lineNumbers, line["gl-cor:lineNumber"], place);
            return;
        }

        if (isFirst)
        {
            order.Begin(line);
            own.SeeAccount(place);
        }

        if (!counters.IsRising(line["gl-cor:lineNumberCounter"]))
            check.Tell("K89", "Hesabın satırları madde numarasına göre sıralı değil.", "Büyük defteri yevmiye defterinden yeniden üretin.", place);
    }

    private void CheckBookEntry(Element entry, GibPlace place)
    {
        summary.AddEntry(entry);
        own.SeeEntry(entry, place);
        check.Check(EntryAsserts.All, entry, place);
        check.Check(sumAsserts ??= [.. EntryAsserts.Sums.Select(assert => assert.With(sums))], entry, place);
        if (check.Scope.Document != GibDocument.Journal)
            return;
        var counter = entry["gl-cor:entryNumberCounter"];
        if (counter.Count == 1)
            entryNumbers.See(XPath.Number(counter.Text), place);
        var date = entry["gl-cor:enteredDate"];
        if (date.Count == 1)
            dates.See(date.Text, place);
    }

    private void CheckSummary(Element entry, GibPlace place)
    {
        check.Check(SummaryAsserts.All, entry, place);
        var isStandard = entry["gl-cor:qualifierEntry"].Is("standard");
        var ofReport = SummaryAsserts.ReportLines(new ReportSides(entry)).ToList();
        var numbers = new SuccessorWatch();
        var isFirst = true;
        foreach (var line in entry["gl-cor:entryDetail"])
        {
            var linePlace = PlaceOf(entry, line);
            summary.AddLine(line, isOfSummary: true);
            if (isFirst)
                check.Check(LineAsserts.First, line, linePlace);
            if (isStandard)
                check.Check(LineAsserts.OfStandard, line, linePlace);
            check.Check(LineAsserts.All, line, linePlace);
            check.Check(ofReport, line, linePlace);
            Watch(numbers, line["gl-cor:lineNumber"], linePlace);
            isFirst = false;
        }

        foreach (var gap in numbers.Finish())
            check.Tell("B52 R39", "Satır numaraları ardışık değil.", "Belgeyi defterden yeniden üretin.", gap);
    }

    private void CheckWhole(Element element)
    {
        var place = GibDocumentCheck.PlaceOf(element);
        check.Check(HeadAsserts.Entries, element, place);
        if (entries == 0 && check.Scope.FileName.Contains("Y-000000", StringComparison.Ordinal))
            check.Tell("Y29", "Ayın tamamını kapsayan defterde hiç madde yok.", "Kaydı olmayan ay için defter oluşturulmaz; dönemi kontrol edin.", place);
        var isWithoutTaxDetail = check.Scope.IsWithoutTaxDetail;
        if (entries != 1)
            check.Tell(isWithoutTaxDetail ? "R30" : "B34 R30", "Toplamlar bölümü tam bir tane değil.", "Belgeyi defterden yeniden üretin.", place);
        if (isWithoutTaxDetail && entries > 0)
            check.Tell("B35", "Vergi detayı olmayan beratta toplamlar bölümü bulunamaz.", "Beratı defterden yeniden üretin.", place);
        foreach (var fault in order.Faults())
            check.Tell(fault.Id, fault.Message, "Büyük defteri yevmiye defterinden yeniden üretin.", place);
    }

    private static void Watch(SuccessorWatch watch, Nodes number, GibPlace place)
    {
        if (number.Any)
            watch.See(number.Count == 1 ? XPath.Number(number.Text) : double.NaN, place);
    }

    private static GibPlace PlaceOf(Element entry, Element? line) => new(
        First(line ?? entry, line is null ? "gl-cor:entryNumberCounter" : "gl-cor:lineNumberCounter"),
        line is null ? null : First(line, "gl-cor:lineNumber"),
        First(entry, "gl-cor:entryNumber") ?? (line is null ? null : First(line, "gl-cor:documentReference")),
        line is null ? null : AccountOf(line),
        (line ?? entry).XmlLine);

    private static string? AccountOf(Element line)
    {
        foreach (var account in line["gl-cor:account"])
        {
            foreach (var sub in account["gl-cor:accountSub"]["gl-cor:accountSubID"])
                return sub.Text;
            return First(account, "gl-cor:accountMainID");
        }

        return null;
    }

    private static string? First(Element element, string name)
    {
        foreach (var child in element[name])
            return child.Text;
        return null;
    }
}
