using System.Globalization;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Gib;

/// <summary>The single entry of a berat or of the report: sums per account and side (Berat Kılavuzu 2.2; Defter Raporu Kılavuzu 2.2).</summary>
internal sealed class SummaryXml
{
    private readonly ByteBuffer bytes;
    private readonly GibItem qualifier;
    private readonly GibItem lineNumber;
    private readonly GibItem accountMainId;
    private readonly GibItem accountMainDescription;
    private readonly GibItem amount;
    private readonly GibItem debitCreditCode;
    private readonly GibItem movements;
    private readonly GibItem include;

    public SummaryXml(GibDocument document, string currency, ByteBuffer bytes)
    {
        this.bytes = bytes;
        var context = DocumentTraits.Of(document).Context;
        qualifier = GibItem.OfText("gl-cor:qualifierEntry", context);
        lineNumber = GibItem.OfText("gl-cor:lineNumber", context);
        accountMainId = GibItem.OfText("gl-cor:accountMainID", context);
        accountMainDescription = GibItem.OfText("gl-cor:accountMainDescription", context);
        amount = GibItem.OfAmount("gl-cor:amount", context, HeadXml.UnitOf(currency));
        debitCreditCode = GibItem.OfText("gl-cor:debitCreditCode", context);
        movements = GibItem.OfText("gl-cor:documentApplyToNumber", context);
        include = GibItem.OfText("gl-cor:xbrlInclude", context);
    }

    /// <summary>Written so far.</summary>
    public int Lines { get; private set; }

    public void Begin()
    {
        bytes.Write("<gl-cor:entryHeader>\n"u8);
        var sink = new BufferSink(bytes);
        qualifier.Write(ref sink, "standard");
    }

    /// <param name="account">Main account.</param>
    /// <param name="name">Its name.</param>
    /// <param name="sum">Gross turnover of the side, lira; 0 where there is none.</param>
    /// <param name="side">D or C.</param>
    /// <param name="count">Movements behind the sum; only the report tells them.</param>
    public void Write(string account, string name, decimal sum, string side, long? count = null)
    {
        var sink = new BufferSink(bytes);
        bytes.Write("<gl-cor:entryDetail>\n"u8);
        lineNumber.Write(ref sink, ++Lines);
        bytes.Write("<gl-cor:account>\n"u8);
        accountMainId.Write(ref sink, account);
        accountMainDescription.Write(ref sink, name);
        bytes.Write("</gl-cor:account>\n"u8);
        amount.WriteAmount(ref sink, sum);
        debitCreditCode.Write(ref sink, side);
        movements.Write(ref sink, count?.ToString(CultureInfo.InvariantCulture));
        bytes.Write("<gl-cor:xbrlInfo>\n"u8);
        include.Write(ref sink, "period_change");
        bytes.Write("</gl-cor:xbrlInfo>\n</gl-cor:entryDetail>\n"u8);
    }

    public void End() => bytes.Write("</gl-cor:entryHeader>\n"u8);
}
