using System.Collections.Frozen;

namespace EDefter.Core.Formats;

/// <summary>Names, natures and Turkish titles of the canonical fields.</summary>
public static class CanonicalFields
{
    private static readonly FrozenDictionary<string, CanonicalField> ByName =
        Enum.GetValues<CanonicalField>().ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    public static IReadOnlyList<CanonicalField> All { get; } = Enum.GetValues<CanonicalField>();

    /// <returns>The field with that name in a profile, or null.</returns>
    public static CanonicalField? Find(string name) => ByName.TryGetValue(name, out var field) ? field : null;

    /// <summary>The fields that a file has of the company, beside its tax number.</summary>
    public static IReadOnlyList<CanonicalField> OfCompany { get; } = [.. All.Where(field => field is >= CanonicalField.CompanyTitle and <= CanonicalField.AccountantEmail)];

    /// <summary>The field's name in a profile: its member's name in camelCase.</summary>
    public static string NameOf(this CanonicalField field)
    {
        var name = field.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    public static FieldLevel LevelOf(this CanonicalField field) => field switch
    {
        <= CanonicalField.Creator => FieldLevel.File,
        <= CanonicalField.VoucherId => FieldLevel.Entry,
        _ => FieldLevel.Line,
    };

    public static FieldNature NatureOf(this CanonicalField field) => field switch
    {
        CanonicalField.PeriodStart or CanonicalField.PeriodEnd or CanonicalField.FiscalYearStart or CanonicalField.FiscalYearEnd => FieldNature.Date,
        CanonicalField.EnteredDate or CanonicalField.PostingDate or CanonicalField.DocumentDate or CanonicalField.RateDate => FieldNature.Date,
        CanonicalField.Part or CanonicalField.EntryNumber or CanonicalField.LineNumber or CanonicalField.LineNumberInEntry or CanonicalField.EntryCount or CanonicalField.LineCount => FieldNature.Integer,
        CanonicalField.TotalDebit or CanonicalField.TotalCredit or CanonicalField.Amount or CanonicalField.Debit or CanonicalField.Credit => FieldNature.Amount,
        CanonicalField.OriginalAmount or CanonicalField.Rate => FieldNature.Decimal,
        CanonicalField.VoucherKind or CanonicalField.Side or CanonicalField.DocumentType => FieldNature.Word,
        CanonicalField.Creator or CanonicalField.EnteredBy or CanonicalField.EntryComment or CanonicalField.LineComment => FieldNature.Text,
        CanonicalField.MainAccountName or CanonicalField.SubAccountName or CanonicalField.DocumentTypeDescription or CanonicalField.PaymentMethod => FieldNature.Text,
        CanonicalField.RateSource or CanonicalField.RateComment => FieldNature.Text,
        CanonicalField.NaceCode or CanonicalField.PostalCode => FieldNature.Code,
        >= CanonicalField.CompanyTitle and <= CanonicalField.AccountantEmail => FieldNature.Text,
        _ => FieldNature.Code,
    };

    /// <summary>What people call the field.</summary>
    public static string TitleOf(this CanonicalField field) => field switch
    {
        CanonicalField.TaxId => "VKN/TCKN",
        CanonicalField.Branch => "Şube",
        CanonicalField.PeriodStart => "Dönem Başı",
        CanonicalField.PeriodEnd => "Dönem Sonu",
        CanonicalField.FiscalYearStart => "Hesap Dönemi Başı",
        CanonicalField.FiscalYearEnd => "Hesap Dönemi Sonu",
        CanonicalField.Part => "Parça No",
        CanonicalField.EntryCount => "Madde Sayısı",
        CanonicalField.CompanyTitle => "Unvan",
        CanonicalField.CompanyPhone => "Telefon",
        CanonicalField.CompanyFax => "Faks",
        CanonicalField.CompanyEmail => "E-posta",
        CanonicalField.CompanyWebsite => "Web Sitesi",
        CanonicalField.NaceCode => "NACE Kodu",
        CanonicalField.BuildingNumber => "Bina No",
        CanonicalField.Street => "Cadde/Sokak",
        CanonicalField.City => "Şehir",
        CanonicalField.PostalCode => "Posta Kodu",
        CanonicalField.Country => "Ülke",
        CanonicalField.AccountantName => "Muhasebeci",
        CanonicalField.AccountantTitle => "Muhasebecinin Unvanı",
        CanonicalField.AccountantEngagement => "Muhasebeci Sözleşmesi",
        CanonicalField.AccountantPhone => "Muhasebecinin Telefonu",
        CanonicalField.AccountantFax => "Muhasebecinin Faksı",
        CanonicalField.AccountantEmail => "Muhasebecinin E-postası",
        CanonicalField.Creator => "Kaynak Program",
        CanonicalField.EntryNumber => "Madde No",
        CanonicalField.VoucherNumber => "Fiş No",
        CanonicalField.EnteredBy => "Kaydeden",
        CanonicalField.EnteredDate => "Kayıt Tarihi",
        CanonicalField.EntryComment => "Fiş Açıklaması",
        CanonicalField.TotalDebit => "Toplam Borç",
        CanonicalField.TotalCredit => "Toplam Alacak",
        CanonicalField.VoucherKind => "Fiş Türü",
        CanonicalField.LineCount => "Satır Sayısı",
        CanonicalField.VoucherId => "Fiş Kaynak No",
        CanonicalField.LineNumber => "Satır No",
        CanonicalField.LineNumberInEntry => "Fiş Satır No",
        CanonicalField.MainAccount => "Ana Hesap Kodu",
        CanonicalField.MainAccountName => "Ana Hesap Adı",
        CanonicalField.SubAccount => "Alt Hesap Kodu",
        CanonicalField.SubAccountName => "Alt Hesap Adı",
        CanonicalField.Amount => "Tutar",
        CanonicalField.Debit => "Borç",
        CanonicalField.Credit => "Alacak",
        CanonicalField.Side => "Borç/Alacak",
        CanonicalField.PostingDate => "Muhasebe Tarihi",
        CanonicalField.DocumentType => "Belge Türü",
        CanonicalField.DocumentTypeDescription => "Belge Türü Açıklaması",
        CanonicalField.DocumentNumber => "Belge No",
        CanonicalField.DocumentDate => "Belge Tarihi",
        CanonicalField.DocumentReference => "Belge Referansı",
        CanonicalField.PaymentMethod => "Ödeme Yöntemi",
        CanonicalField.LineComment => "Satır Açıklaması",
        CanonicalField.OriginalCurrency => "Döviz Cinsi",
        CanonicalField.OriginalAmount => "Döviz Tutarı",
        CanonicalField.Rate => "Kur",
        CanonicalField.RateDate => "Kur Tarihi",
        CanonicalField.RateSource => "Kur Kaynağı",
        CanonicalField.RateComment => "Kur Açıklaması",
        CanonicalField.LineId => "Satır Kaynak No",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, message: null),
    };
}
