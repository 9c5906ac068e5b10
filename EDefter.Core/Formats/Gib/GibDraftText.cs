using EDefter.Core.Companies;
using EDefter.Core.Journal;

namespace EDefter.Core.Formats.Gib;

/// <summary>Texts of a draft that XML cannot hold (MET001 keeps them out of a book; a name in the chart or the company may still have one).</summary>
internal sealed class GibDraftText(WritingNotes notes)
{
    private static readonly ProfileColumn[] OfEntry = Columns(CanonicalField.VoucherNumber, CanonicalField.EnteredBy, CanonicalField.EntryComment);

    private static readonly ProfileColumn[] OfLine = Columns(
        CanonicalField.MainAccount,
        CanonicalField.MainAccountName,
        CanonicalField.SubAccount,
        CanonicalField.SubAccountName,
        CanonicalField.DocumentTypeDescription,
        CanonicalField.DocumentNumber,
        CanonicalField.PaymentMethod,
        CanonicalField.LineComment,
        CanonicalField.OriginalCurrency,
        CanonicalField.RateSource,
        CanonicalField.RateComment);

    private static readonly ProfileColumn[] OfCompany = Columns([.. CanonicalFields.OfCompany]);

    public void Check(Company company)
    {
        foreach (var column in OfCompany)
            Check(column, FieldValues.OfCompany(column.Field!.Value, company));
    }

    public void Check(JournalEntry entry)
    {
        notes.Entry = entry;
        Check(OfEntry[0], entry.VoucherNumber);
        Check(OfEntry[1], entry.EnteredBy);
        Check(OfEntry[2], entry.Comment);
        foreach (var line in entry.Lines)
        {
            notes.Line = line;
            ReadOnlySpan<string?> texts = [line.MainAccount, line.MainAccountName, line.SubAccount, line.SubAccountName, line.DocumentTypeDescription, line.DocumentNumber, line.PaymentMethod, line.Description, line.OriginalCurrency, line.RateSource, line.RateComment];
            for (var i = 0; i < texts.Length; i++)
                Check(OfLine[i], texts[i]);
        }

        notes.Line = null;
        notes.Entry = null;
    }

    private void Check(ProfileColumn column, string? text)
    {
        if (text is not null && XmlText.FirstIllegal(text) is { } character)
            notes.Add(UnwritableReason.IllegalCharacter, column, character);
    }

    private static ProfileColumn[] Columns(params ReadOnlySpan<CanonicalField> fields)
    {
        var columns = new ProfileColumn[fields.Length];
        for (var i = 0; i < fields.Length; i++)
            columns[i] = new ProfileColumn { Field = fields[i], Header = fields[i].NameOf() };
        return columns;
    }
}
