using System.Globalization;
using EDefter.Core.Companies;

namespace EDefter.Functions.Sample;

/// <summary>Everybody the sample hotel does business with. Tax numbers are invented; their check digits are computed, and some begin with 0.</summary>
public static class SamplePartners
{
    private static readonly SampleGood Staples = new("150.01", 1, 2_500, 14_000, "Un, bakliyat ve ekmek alımı");
    private static readonly SampleGood Vegetables = new("150.02", 1, 1_800, 9_500, "Sebze ve meyve alımı");
    private static readonly SampleGood Meat = new("150.03", 1, 6_000, 32_000, "Et ve balık alımı");
    private static readonly SampleGood Drinks = new("150.04", 10, 3_000, 12_000, "Alkolsüz içecek alımı");
    private static readonly SampleGood Spirits = new("150.05", 20, 5_000, 28_000, "Alkollü içecek alımı");
    private static readonly SampleGood Cleaning = new("150.06", 20, 1_500, 8_000, "Temizlik malzemesi alımı");
    private static readonly SampleGood Gifts = new("153.01", 20, 2_000, 9_000, "Hediyelik eşya alımı");
    private static readonly SampleGood Snacks = new("153.02", 10, 900, 5_000, "Paketli gıda alımı");
    private static readonly SampleGood Electricity = new("740.01", 20, 18_000, 65_000, "Elektrik tüketimi");
    private static readonly SampleGood Gas = new("740.02", 20, 9_000, 42_000, "Doğal gaz tüketimi");
    private static readonly SampleGood Water = new("740.03", 10, 4_000, 16_000, "Su tüketimi");
    private static readonly SampleGood Laundry = new("740.04", 20, 3_500, 15_000, "Çamaşırhane hizmeti");
    private static readonly SampleGood Lift = new("740.05", 20, 2_500, 9_000, "Asansör bakım hizmeti");
    private static readonly SampleGood Stationery = new("770.03", 20, 600, 3_500, "Kırtasiye alımı");
    private static readonly SampleGood Telephone = new("770.04", 20, 1_200, 6_000, "Telefon ve internet gideri");
    private static readonly SampleGood Software = new("770.05", 20, 4_000, 18_000, "Yazılım kullanım bedeli");
    private static readonly SampleGood Advertising = new("760.01", 20, 3_000, 25_000, "İlan ve tanıtım gideri");

    /// <summary>Agencies the hotel invoices; accounts 120.01.001 and on, advances on 340.01 under the same last part.</summary>
    public static IReadOnlyList<SamplePartner> Agencies { get; } =
    [
        Agency(1, "112233445", "Güneş Işığı Turizm ve Seyahat A.Ş.", "GIT"),
        Agency(2, "001021357", "Ege Rüzgârı Tur Organizasyon Ltd. Şti.", "ERT"),
        Agency(3, "378120456", "Şirin Çeşme Seyahat Acentesi Ltd. Şti.", "SCS"),
        Agency(4, "060915472", "Öncü Kongre ve Etkinlik Hizmetleri A.Ş.", "ONK"),
        Agency(5, "845210337", "Üçyıldız Havayolu Konaklama A.Ş.", "UYH"),
        Agency(6, "723904518", "İstanbul Boğazı Gezi Turizm Ltd. Şti.", "IBG"),
        Agency(7, "005538127", "Çınaraltı İnşaat Taahhüt A.Ş.", "CIT"),
        Agency(8, "291847365", "Kıyı Bilişim Teknolojileri A.Ş.", "KBT"),
        Agency(9, "650372819", "Doğu Ekspresi Kültür Turları Ltd. Şti.", "DEK"),
        Agency(10, "917263548", "Iğdır Kayısı Gıda Pazarlama A.Ş.", "IKG"),
    ];

    /// <summary>Suppliers; accounts 320.01.001 and on, advances given on 159.01 under the same last part.</summary>
    public static IReadOnlyList<SamplePartner> Suppliers { get; } =
    [
        Supplier(1, "334455667", "Bereket Gıda Toptan Ticaret A.Ş.", "BGT", Staples, Drinks),
        Supplier(2, "009876543", "Yeşilköy Sebze Meyve Hali Ltd. Şti.", "YSM", Vegetables),
        Supplier(3, "481516234", "Karadağ Et ve Balık Ürünleri A.Ş.", "KEB", Meat),
        Supplier(4, "219384756", "Şölen İçecek Dağıtım Ltd. Şti.", "SID", Drinks, Spirits),
        Supplier(5, "760054321", "Pırıl Temizlik Kimya Sanayi A.Ş.", "PTK", Cleaning),
        Supplier(6, "057391846", "Çeyiz Hediyelik Eşya Ltd. Şti.", "CHE", Gifts, Snacks),
        Supplier(7, "935712468", "Anadolu Elektrik Perakende Satış A.Ş.", "AEP", Electricity),
        Supplier(8, "862450193", "Marmara Doğal Gaz Dağıtım A.Ş.", "MDG", Gas),
        Supplier(9, "148205937", "Büyükşehir Su ve Kanalizasyon İdaresi", "BSK", Water),
        Supplier(10, "573918264", "Akça Çamaşırhane Hizmetleri Ltd. Şti.", "ACH", Laundry),
        Supplier(11, "003141592", "Güven Asansör Bakım Onarım Ltd. Şti.", "GAB", Lift),
        Supplier(12, "406182735", "Işıl Kırtasiye ve Ofis Malzemeleri", "IKO", Stationery),
        Supplier(13, "690271845", "Köprü Telekomünikasyon A.Ş.", "KTK", Telephone),
        Supplier(14, "318204759", "Yıldız Otel Yazılımları A.Ş.", "YOY", Software),
        Supplier(15, "927564013", "Ümit Reklam Ajansı Ltd. Şti.", "URA", Advertising),
    ];

    /// <summary>Persons who give a serbest meslek makbuzu: an accountant and a lawyer.</summary>
    public static IReadOnlyList<SamplePartner> Professionals { get; } =
    [
        new("320.02.001", Tckn("123456780"), "Nurgül Özışık", "SMM", []),
        new("320.02.002", Tckn("287364519"), "Av. Tuğrul Şencan", "AVK", []),
    ];

    private static readonly Dictionary<string, SamplePartner> ByAccount = Agencies.Concat(Suppliers).Concat(Professionals).SelectMany(AccountsOf).ToDictionary(StringComparer.Ordinal);

    /// <returns>Whose account it is, or null when it is no cari account.</returns>
    public static SamplePartner? Of(string account) => ByAccount.GetValueOrDefault(account);

    /// <summary>Account of the advances of a partner: 340.01 for an agency, 159.01 for a supplier.</summary>
    public static string AdvanceAccount(SamplePartner partner) =>
        (partner.Account.StartsWith("120.", StringComparison.Ordinal) ? "340.01." : "159.01.") + partner.Account[7..];

    private static IEnumerable<KeyValuePair<string, SamplePartner>> AccountsOf(SamplePartner partner)
    {
        yield return new(partner.Account, partner);
        if (!partner.Account.StartsWith("320.02.", StringComparison.Ordinal))
            yield return new(AdvanceAccount(partner), partner);
    }

    private static SamplePartner Agency(int n, string stem, string name, string series) =>
        new(string.Create(CultureInfo.InvariantCulture, $"120.01.{n:D3}"), Vkn(stem), name, series, []);

    private static SamplePartner Supplier(int n, string stem, string name, string series, params SampleGood[] goods) =>
        new(string.Create(CultureInfo.InvariantCulture, $"320.01.{n:D3}"), Vkn(stem), name, series, goods);

    private static string Vkn(string stem) => WithCheckDigits(stem, "D1", 10);

    private static string Tckn(string stem) => WithCheckDigits(stem, "D2", 100);

    private static string WithCheckDigits(string stem, string format, int bound)
    {
        for (var check = 0; check < bound; check++)
        {
            var whole = stem + check.ToString(format, CultureInfo.InvariantCulture);
            if (TaxpayerId.IsValid(whole))
                return whole;
        }

        throw new InvalidOperationException($"No check digit fits {stem}.");
    }
}
