using EDefter.Core.Journal;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats.Gib;

/// <summary>
/// The elements of entries and lines in their order (Yevmiye Kılavuzu 2.1, Büyük Defter Kılavuzu 2.1). A line of the ledger is the journal's
/// line again, in another context.
/// </summary>
internal sealed class EntryXml(GibItemTable table, string currency)
{
    private readonly string bookCurrency = "iso4217:" + currency;
    private readonly GibItem beginHeader = table.OfTag("<gl-cor:entryHeader>");
    private readonly GibItem endHeader = table.OfTag("</gl-cor:entryHeader>");
    private readonly GibItem beginDetail = table.OfTag("<gl-cor:entryDetail>");
    private readonly GibItem endDetail = table.OfTag("</gl-cor:entryDetail>");
    private readonly GibItem beginAccount = table.OfTag("<gl-cor:account>");
    private readonly GibItem endAccount = table.OfTag("</gl-cor:account>");
    private readonly GibItem beginSub = table.OfTag("<gl-cor:accountSub>");
    private readonly GibItem endSub = table.OfTag("</gl-cor:accountSub>");
    private readonly GibItem enteredBy = table.OfText("gl-cor:enteredBy");
    private readonly GibItem enteredDate = table.OfText("gl-cor:enteredDate");
    private readonly GibItem entryNumber = table.OfText("gl-cor:entryNumber");
    private readonly GibItem entryComment = table.OfText("gl-cor:entryComment");
    private readonly GibItem batchId = table.OfText("gl-bus:batchID");
    private readonly GibItem batchDescription = table.OfText("gl-bus:batchDescription");
    private readonly GibItem totalDebit = table.OfAmount("gl-bus:totalDebit");
    private readonly GibItem totalCredit = table.OfAmount("gl-bus:totalCredit");
    private readonly GibItem entryNumberCounter = table.OfCount("gl-cor:entryNumberCounter");
    private readonly GibItem lineNumber = table.OfText("gl-cor:lineNumber");
    private readonly GibItem lineNumberCounter = table.OfCount("gl-cor:lineNumberCounter");
    private readonly GibItem accountMainId = table.OfText("gl-cor:accountMainID");
    private readonly GibItem accountMainDescription = table.OfText("gl-cor:accountMainDescription");
    private readonly GibItem accountSubDescription = table.OfText("gl-cor:accountSubDescription");
    private readonly GibItem accountSubId = table.OfText("gl-cor:accountSubID");
    private readonly GibItem amount = table.OfAmount("gl-cor:amount");
    private readonly GibItem amountCurrency = table.OfText("gl-muc:amountCurrency");
    private readonly GibItem rateDate = table.OfText("gl-muc:amountOriginalExchangeRateDate");
    private readonly GibItem originalAmount = table.OfAmount("gl-muc:amountOriginalAmount");
    private readonly GibItem originalCurrency = table.OfText("gl-muc:amountOriginalCurrency");
    private readonly GibItem rate = table.OfCount("gl-muc:amountOriginalExchangeRate");
    private readonly GibItem rateSource = table.OfText("gl-muc:amountOriginalExchangeRateSource");
    private readonly GibItem rateComment = table.OfText("gl-muc:amountOriginalExchangeRateComment");
    private readonly GibItem debitCreditCode = table.OfText("gl-cor:debitCreditCode");
    private readonly GibItem postingDate = table.OfText("gl-cor:postingDate");
    private readonly GibItem documentType = table.OfText("gl-cor:documentType");
    private readonly GibItem documentTypeDescription = table.OfText("gl-cor:documentTypeDescription");
    private readonly GibItem documentNumber = table.OfText("gl-cor:documentNumber");
    private readonly GibItem documentReference = table.OfText("gl-cor:documentReference");
    private readonly GibItem documentDate = table.OfText("gl-cor:documentDate");
    private readonly GibItem paymentMethod = table.OfText("gl-bus:paymentMethod");
    private readonly GibItem detailComment = table.OfText("gl-cor:detailComment");

    public GibItemTable Table => table;

    /// <summary>Records a yevmiye maddesi with its lines.</summary>
    /// <param name="sink">Where the record goes.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="heading">What stands above it.</param>
    /// <param name="ends">Takes where the entry's own items end, and each of its lines.</param>
    public void Record(ref RecordSink sink, JournalEntry entry, GibHeading heading, List<int> ends)
    {
        beginHeader.Write(ref sink);
        enteredBy.Write(ref sink, entry.EnteredBy);
        enteredDate.Write(ref sink, entry.Date);
        entryNumber.Write(ref sink, entry.VoucherNumber);
        entryComment.Write(ref sink, entry.Comment);
        WriteBranch(ref sink, heading);
        totalDebit.WriteAmount(ref sink, entry.Total);
        totalCredit.WriteAmount(ref sink, entry.Total);
        entryNumberCounter.Write(ref sink, entry.Number);
        ends.Add(sink.Length);
        foreach (var line in entry.Lines)
        {
            WriteLine(ref sink, entry, line);
            ends.Add(sink.Length);
        }

        endHeader.Write(ref sink);
    }

    /// <summary>Opens an account of the ledger; its totals are the net movement, on one side only (kebir schematron K79–K82).</summary>
    public void BeginAccount<TSink>(ref TSink sink, decimal debit, decimal credit, GibHeading heading)
        where TSink : struct, IXmlSink
    {
        beginHeader.Write(ref sink);
        WriteBranch(ref sink, heading);
        totalDebit.WriteAmount(ref sink, Math.Max(0m, debit - credit));
        totalCredit.WriteAmount(ref sink, Math.Max(0m, credit - debit));
    }

    public void EndAccount<TSink>(ref TSink sink)
        where TSink : struct, IXmlSink => endHeader.Write(ref sink);

    private void WriteLine<TSink>(ref TSink sink, JournalEntry entry, JournalLine line)
        where TSink : struct, IXmlSink
    {
        beginDetail.Write(ref sink);
        lineNumber.Write(ref sink, line.Number);
        lineNumberCounter.Write(ref sink, entry.Number);
        WriteAccount(ref sink, line);
        amount.WriteAmount(ref sink, line.Amount);
        if (line.OriginalAmount is not null)
            WriteOriginal(ref sink, line);
        debitCreditCode.Write(ref sink, line.Side == VoucherSide.Debit ? "D" : "C");
        postingDate.Write(ref sink, line.PostingDate);
        if (line.DocumentType is { } type)
            WriteDocument(ref sink, entry, line, type);
        paymentMethod.Write(ref sink, line.PaymentMethod);
        detailComment.Write(ref sink, line.Description);
        endDetail.Write(ref sink);
    }

    private void WriteBranch<TSink>(ref TSink sink, GibHeading heading)
        where TSink : struct, IXmlSink
    {
        if (heading.Branch is not { } branch)
            return;
        batchId.Write(ref sink, branch.Code);
        batchDescription.Write(ref sink, branch.Name);
    }

    private void WriteAccount<TSink>(ref TSink sink, JournalLine line)
        where TSink : struct, IXmlSink
    {
        beginAccount.Write(ref sink);
        accountMainId.Write(ref sink, line.MainAccount);
        accountMainDescription.Write(ref sink, line.MainAccountName);
        if (!string.Equals(line.SubAccount, line.MainAccount, StringComparison.Ordinal))
        {
            beginSub.Write(ref sink);
            accountSubDescription.Write(ref sink, line.SubAccountName);
            accountSubId.Write(ref sink, line.SubAccount);
            endSub.Write(ref sink);
        }

        endAccount.Write(ref sink);
    }

    private void WriteOriginal<TSink>(ref TSink sink, JournalLine line)
        where TSink : struct, IXmlSink
    {
        amountCurrency.Write(ref sink, bookCurrency);
        rateDate.Write(ref sink, line.RateDate);
        originalAmount.WriteExact(ref sink, line.OriginalAmount);
        if (line.OriginalCurrency is { } original)
            originalCurrency.Write(ref sink, "iso4217:" + original);
        rate.WriteExact(ref sink, line.Rate);
        rateSource.Write(ref sink, line.RateSource);
        rateComment.Write(ref sink, line.RateComment);
    }

    private void WriteDocument<TSink>(ref TSink sink, JournalEntry entry, JournalLine line, DocumentType type)
        where TSink : struct, IXmlSink
    {
        documentType.Write(ref sink, type.ToWire());
        documentTypeDescription.Write(ref sink, line.DocumentTypeDescription);
        documentNumber.Write(ref sink, line.DocumentNumber);
        documentReference.Write(ref sink, entry.VoucherNumber);
        documentDate.Write(ref sink, line.DocumentDate);
    }
}
