using System.Collections.Frozen;
using EDefter.Core.Companies;

namespace EDefter.Functions.Sample;

/// <summary>The hotel's hesap planı: main accounts with the names of the uniform chart, groups, and the accounts that are posted to.</summary>
public static class SampleAccounts
{
    private static readonly (string Code, string Name)[] Own =
    [
        ("100.01", "TL Kasası"), ("100.02", "Euro Kasası"), ("100.03", "ABD Doları Kasası"),
        ("101.01", "Portföydeki Çekler"),
        ("102.01", "Güven Bankası TL Vadesiz"), ("102.02", "Çınar Bankası TL Vadesiz"), ("102.03", "Güven Bankası Euro Vadesiz"),
        ("103.01", "Güven Bankası Verilen Çekler"),
        ("108.01", "Güven Bankası POS Alacakları"), ("108.02", "Çınar Bankası POS Alacakları"),
        ("120.01", "Acenteler ve Kurumlar"), ("120.90", "Münferit Misafirler"), ("120.90.001", "Otel Misafirleri"),
        ("121.01", "Portföydeki Senetler"),
        ("150.01", "Temel Gıda"), ("150.02", "Sebze ve Meyve"), ("150.03", "Et ve Balık"), ("150.04", "Alkolsüz İçecek"), ("150.05", "Alkollü İçecek"), ("150.06", "Temizlik Malzemesi"),
        ("153.01", "Hediyelik Eşya"), ("153.02", "Paketli Gıda"),
        ("159.01", "Satıcılara Verilen Avanslar"),
        ("180.01", "Peşin Ödenen Sigorta Giderleri"),
        ("190.01", "Devreden KDV"),
        ("191.01", "İndirilecek KDV %1"), ("191.10", "İndirilecek KDV %10"), ("191.20", "İndirilecek KDV %20"),
        ("193.01", "Mevduat Faizi Gelir Vergisi Stopajı"),
        ("252.01", "Otel Binası"), ("253.01", "Mutfak ve Isıtma Tesisatı"), ("254.01", "Servis Araçları"), ("255.01", "Oda Mobilyaları"),
        ("257.01", "Binalar Birikmiş Amortismanı"), ("257.02", "Tesisler Birikmiş Amortismanı"), ("257.03", "Taşıtlar Birikmiş Amortismanı"), ("257.04", "Demirbaşlar Birikmiş Amortismanı"),
        ("300.01", "Güven Bankası İşletme Kredisi"),
        ("320.01", "Mal ve Hizmet Satıcıları"), ("320.02", "Serbest Meslek Erbabı"),
        ("335.01", "Personel Ücretleri"),
        ("340.01", "Acente Avansları"), ("340.02", "Misafir Avansları"), ("340.02.001", "Otel Misafirleri Avansları"),
        ("360.01", "Ücret Gelir Vergisi Stopajı"), ("360.02", "Damga Vergisi"), ("360.03", "Konaklama Vergisi"), ("360.04", "Serbest Meslek Stopajı"),
        ("361.01", "SGK İşçi Payı"), ("361.02", "SGK İşveren Payı"), ("361.03", "İşsizlik Sigortası"),
        ("391.01", "Hesaplanan KDV %1"), ("391.10", "Hesaplanan KDV %10"), ("391.20", "Hesaplanan KDV %20"),
        ("500.01", "Ödenmiş Sermaye"), ("540.01", "Birinci Tertip Yasal Yedekler"), ("570.01", "2024 ve Öncesi Kârları"),
        ("600.01", "Konaklama Gelirleri"), ("600.02", "Yiyecek ve Alkolsüz İçecek Gelirleri"), ("600.03", "Alkollü İçecek Gelirleri"), ("600.04", "Spa Gelirleri"), ("600.05", "Çamaşırhane ve Otopark Gelirleri"), ("600.06", "Market Temel Gıda Gelirleri"), ("600.07", "Market Hediyelik Gelirleri"),
        ("622.01", "Satılan Hizmet Maliyeti"), ("631.01", "Pazarlama Giderleri"), ("632.01", "Genel Yönetim Giderleri"),
        ("642.01", "Vadesiz Mevduat Faizi"), ("653.01", "POS Komisyonları"), ("660.01", "Banka Masrafları ve Kredi Faizleri"),
        ("720.01", "Brüt Ücretler"), ("720.02", "SGK İşveren Payı"), ("721.01", "Direkt İşçilik Yansıtma"),
        ("740.01", "Elektrik"), ("740.02", "Doğal Gaz"), ("740.03", "Su"), ("740.04", "Çamaşırhane"), ("740.05", "Bakım ve Onarım"), ("740.06", "Amortisman"), ("740.07", "Malzeme Tüketimi"), ("740.08", "Küçük Masraflar"), ("741.01", "Hizmet Üretim Maliyeti Yansıtma"),
        ("760.01", "İlan ve Tanıtım"), ("761.01", "Pazarlama Yansıtma"),
        ("770.01", "Brüt Ücretler"), ("770.02", "SGK İşveren Payı"), ("770.03", "Kırtasiye"), ("770.04", "Telefon ve İnternet"), ("770.05", "Yazılım"), ("770.06", "Danışmanlık"), ("770.07", "Sigorta"), ("770.08", "Temsil ve Ağırlama"), ("770.09", "Amortisman"), ("771.01", "Genel Yönetim Yansıtma"),
        ("780.01", "Banka Masrafları"), ("781.01", "Finansman Yansıtma"),
    ];

    /// <summary>The whole chart in ordinal order of codes.</summary>
    public static IReadOnlyList<ChartAccount> All { get; } = Build();

    private static readonly FrozenDictionary<string, string> Names = All.ToFrozenDictionary(account => account.Code, account => account.Name!, StringComparer.Ordinal);

    public static string NameOf(string code) => Names[code];

    private static List<ChartAccount> Build()
    {
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, name) in Own.Concat(PartnerAccounts()))
        {
            names.Add(code, name);
            names[code[..3]] = UniformChart.Find(code[..3])!.Name;
        }

        var parents = names.Keys.Select(ParentOf).Where(parent => parent is not null).ToHashSet(StringComparer.Ordinal);
        return [.. names.Select(pair => new ChartAccount
        {
            Code = pair.Key,
            Name = pair.Value,
            Parent = ParentOf(pair.Key),
            Leaf = !parents.Contains(pair.Key),
            PartnerTaxId = SamplePartners.Of(pair.Key)?.TaxId,
        })];
    }

    private static IEnumerable<(string Code, string Name)> PartnerAccounts()
    {
        foreach (var partner in SamplePartners.Agencies.Concat(SamplePartners.Suppliers))
        {
            yield return (partner.Account, partner.Name);
            yield return (SamplePartners.AdvanceAccount(partner), partner.Name + " Avansı");
        }

        foreach (var partner in SamplePartners.Professionals)
            yield return (partner.Account, partner.Name);
    }

    private static string? ParentOf(string code)
    {
        var dot = code.LastIndexOf('.');
        return dot < 0 ? null : code[..dot];
    }
}
