using System.Collections.Frozen;

namespace EDefter.Core.Rules;

/// <summary>What people call the members that findings and changes name as on the wire.</summary>
public static class FieldNames
{
    private const string ChartPrefix = "accounts[";

    private static readonly FrozenDictionary<string, string> Turkish = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["id"] = "Fiş kaynak no",
        ["number"] = "Fiş no",
        ["date"] = "Fiş tarihi",
        ["kind"] = "Fiş türü",
        ["state"] = "Fiş durumu",
        ["enteredBy"] = "Fişi giren",
        ["enteredByUser"] = "Fişi giren kullanıcı",
        ["enteredAt"] = "Giriş zamanı",
        ["comment"] = "Fiş açıklaması",
        ["module"] = "Modül",
        ["rowVersion"] = "ERP sürümü",
        ["journalNumber"] = "ERP’deki madde no",
        ["journalLine"] = "ERP’deki satır no",
        ["part"] = "Parça",
        ["parts"] = "Yevmiye maddelerine ayrıştırma",
        ["lines"] = "Satırlar",
        ["balance"] = "Borç/alacak farkı",
        ["grouping"] = "Belge gruplaması",
        ["grouping.kind"] = "Gruplama türü",
        ["grouping.count"] = "Gruplanan belge sayısı",
        ["grouping.from"] = "Gruplama başlangıcı",
        ["grouping.to"] = "Gruplama bitişi",
        ["grouping.bank"] = "Gruplama bankası",
        ["document"] = "Belge bilgileri",
        ["document.type"] = "Belge türü",
        ["document.typeDescription"] = "Belge adı",
        ["document.number"] = "Belge no",
        ["document.date"] = "Belge tarihi",
        ["document.ettn"] = "ETTN",
        ["document.ownSeries"] = "Kendi serisi",
        ["account"] = "Hesap kodu",
        ["accountName"] = "Hesap adı",
        ["mainAccount"] = "Ana hesap kodu",
        ["mainAccountName"] = "Ana hesap adı",
        ["debit"] = "Borç",
        ["credit"] = "Alacak",
        ["side"] = "Borç/alacak göstergesi",
        ["description"] = "Satır açıklaması",
        ["postingDate"] = "Kayıt tarihi",
        ["paymentMethod"] = "Ödeme yöntemi",
        ["branch"] = "Şube",
        ["vatRate"] = "KDV oranı",
        ["baseLine"] = "Matrah satırı",
        ["sourceDocument"] = "Kaynak belge",
        ["original"] = "Döviz bilgileri",
        ["original.currency"] = "Döviz cinsi",
        ["original.amount"] = "Döviz tutarı",
        ["original.rate"] = "Döviz kuru",
        ["original.rateDate"] = "Kur tarihi",
        ["original.rateSource"] = "Kur kaynağı",
        ["original.rateComment"] = "Kur açıklaması",
        ["partner"] = "Cari bilgileri",
        ["partner.taxId"] = "Cari VKN/TCKN",
        ["partner.name"] = "Cari unvanı",
        ["period"] = "Dönem",
        ["sourceCount"] = "Kaynaktaki fiş sayısı",
        ["trialBalance"] = "Mizan",
        ["coverage"] = "Kontrol kapsamı",
        ["deadline"] = "Son gün",
        ["adoptionDate"] = "e-Deftere geçiş tarihi",
        ["taxId"] = "Firma VKN/TCKN",
        ["title"] = "Firma unvanı",
        ["personName"] = "Adı soyadı",
        ["address.buildingNumber"] = "Adres, bina no",
        ["address.street"] = "Adres, sokak",
        ["address.city"] = "Adres, şehir",
        ["address.postalCode"] = "Adres, posta kodu",
        ["address.country"] = "Adres, ülke",
        ["phone"] = "Telefon",
        ["email"] = "E-posta",
        ["website"] = "Web sitesi",
        ["naceCode"] = "NACE (faaliyet) kodu",
        ["bookCurrency"] = "Defterin para birimi",
        ["fiscalYear"] = "Hesap dönemi",
        ["branches"] = "Şubeler",
        ["accountants"] = "Mali müşavir",
        ["accountants.name"] = "Mali müşavir adı",
        ["accountants.engagement"] = "Sözleşme açıklaması",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every member that has a name.</summary>
    public static IReadOnlyDictionary<string, string> All => Turkish;

    /// <summary>The Turkish name; for a place in the chart of accounts, its account; a member that has no name stays as it is.</summary>
    public static string Of(string field)
    {
        if (Turkish.TryGetValue(field, out var name))
            return name;
        var end = field.IndexOf(']', StringComparison.Ordinal);
        if (!field.StartsWith(ChartPrefix, StringComparison.Ordinal) || end < 0)
            return field;
        var member = field[(end + 1)..] switch
        {
            ".activeFrom" => " açılış günü",
            ".activeTo" => " kapanış günü",
            _ => string.Empty,
        };
        return $"Hesap planı, {field[ChartPrefix.Length..end]}{member}";
    }
}
