using EDefter.Core.Journal;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats.Gib;

/// <summary>
/// The elements of entries and lines in their order (Yevmiye Kılavuzu 2.1, Büyük Defter Kılavuzu 2.1). A line of the ledger is the journal's
/// line again, in another context.
/// </summary>
internal sealed class EntryXml(string context, string unit, string currency)
{
    private readonly string bookCurrency = "iso4217:" + currency;
    private readonly GibItem enteredBy = GibItem.OfText("gl-cor:enteredBy", context);
    private readonly GibItem enteredDate = GibItem.OfText("gl-cor:enteredDate", context);
    private readonly GibItem entryNumber = GibItem.OfText("gl-cor:entryNumber", context);
    private readonly GibItem entryComment = GibItem.OfText("gl-cor:entryComment", context);
    private readonly GibItem batchId = GibItem.OfText("gl-bus:batchID", context);
    private readonly GibItem batchDescription = GibItem.OfText("gl-bus:batchDescription", context);
    private readonly GibItem totalDebit = GibItem.OfAmount("gl-bus:totalDebit", context, unit);
    private readonly GibItem totalCredit = GibItem.OfAmount("gl-bus:totalCredit", context, unit);
    private readonly GibItem entryNumberCounter = GibItem.OfCount("gl-cor:entryNumberCounter", context);
    private readonly GibItem lineNumber = GibItem.OfText("gl-cor:lineNumber", context);
    private readonly GibItem lineNumberCounter = GibItem.OfCount("gl-cor:lineNumberCounter", context);
    private readonly GibItem accountMainId = GibItem.OfText("gl-cor:accountMainID", context);
    private readonly GibItem accountMainDescription = GibItem.OfText("gl-cor:accountMainDescription", context);
    private readonly GibItem accountSubDescription = GibItem.OfText("gl-cor:accountSubDescription", context);
    private readonly GibItem accountSubId = GibItem.OfText("gl-cor:accountSubID", context);
    private readonly GibItem amount = GibItem.OfAmount("gl-cor:amount", context, unit);
    private readonly GibItem amountCurrency = GibItem.OfText("gl-muc:amountCurrency", context);
    private readonly GibItem rateDate = GibItem.OfText("gl-muc:amountOriginalExchangeRateDate", context);
    private readonly GibItem originalAmount = GibItem.OfAmount("gl-muc:amountOriginalAmount", context, unit);
    private readonly GibItem originalCurrency = GibItem.OfText("gl-muc:amountOriginalCurrency", context);
    private readonly GibItem rate = GibItem.OfCount("gl-muc:amountOriginalExchangeRate", context);
    private readonly GibItem rateSource = GibItem.OfText("gl-muc:amountOriginalExchangeRateSource", context);
    private readonly GibItem rateComment = GibItem.OfText("gl-muc:amountOriginalExchangeRateComment", context);
    private readonly GibItem debitCreditCode = GibItem.OfText("gl-cor:debitCreditCode", context);
    private readonly GibItem postingDate = GibItem.OfText("gl-cor:postingDate", context);
    private readonly GibItem documentType = GibItem.OfText("gl-cor:documentType", context);
    private readonly GibItem documentTypeDescription = GibItem.OfText("gl-cor:documentTypeDescription", context);
    private readonly GibItem documentNumber = GibItem.OfText("gl-cor:documentNumber", context);
    private readonly GibItem documentReference = GibItem.OfText("gl-cor:documentReference", context);
    private readonly GibItem documentDate = GibItem.OfText("gl-cor:documentDate", context);
    private readonly GibItem paymentMethod = GibItem.OfText("gl-bus:paymentMethod", context);
    private readonly GibItem detailComment = GibItem.OfText("gl-cor:detailComment", context);

    /// <summary>A yevmiye maddesi with its lines.</summary>
    public void WriteEntry<TSink>(ref TSink sink, JournalEntry entry, GibHeading heading)
        where TSink : struct, IXmlSink
    {
        sink.Raw("<gl-cor:entryHeader>\n"u8);
        enteredBy.Write(ref sink, entry.EnteredBy);
        enteredDate.Write(ref sink, entry.Date);
        entryNumber.Write(ref sink, entry.VoucherNumber);
        entryComment.Write(ref sink, entry.Comment);
        WriteBranch(ref sink, heading);
        totalDebit.WriteAmount(ref sink, entry.Total);
        totalCredit.WriteAmount(ref sink, entry.Total);
        entryNumberCounter.Write(ref sink, entry.Number);
        foreach (var line in entry.Lines)
            WriteLine(ref sink, entry, line);
        sink.Raw("</gl-cor:entryHeader>\n"u8);
    }

    /// <summary>Opens an account of the ledger; its totals are the net movement, on one side only (kebir schematron K79–K82).</summary>
    public void BeginAccount<TSink>(ref TSink sink, decimal debit, decimal credit, GibHeading heading)
        where TSink : struct, IXmlSink
    {
        sink.Raw("<gl-cor:entryHeader>\n"u8);
        WriteBranch(ref sink, heading);
        totalDebit.WriteAmount(ref sink, Math.Max(0m, debit - credit));
        totalCredit.WriteAmount(ref sink, Math.Max(0m, credit - debit));
    }

    public static void EndAccount<TSink>(ref TSink sink)
        where TSink : struct, IXmlSink => sink.Raw("</gl-cor:entryHeader>\n"u8);

    public void WriteLine<TSink>(ref TSink sink, JournalEntry entry, JournalLine line)
        where TSink : struct, IXmlSink
    {
        sink.Raw("<gl-cor:entryDetail>\n"u8);
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
        sink.Raw("</gl-cor:entryDetail>\n"u8);
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
        sink.Raw("<gl-cor:account>\n"u8);
        accountMainId.Write(ref sink, line.MainAccount);
        accountMainDescription.Write(ref sink, line.MainAccountName);
        if (!string.Equals(line.SubAccount, line.MainAccount, StringComparison.Ordinal))
        {
            sink.Raw("<gl-cor:accountSub>\n"u8);
            accountSubDescription.Write(ref sink, line.SubAccountName);
            accountSubId.Write(ref sink, line.SubAccount);
            sink.Raw("</gl-cor:accountSub>\n"u8);
        }

        sink.Raw("</gl-cor:account>\n"u8);
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
