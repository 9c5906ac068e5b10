using EDefter.Core.Rehearsal.Documents;

namespace EDefter.Core.Rehearsal.Asserts;

/// <summary>Of <c>gl-cor:entityInformation</c> and what stands in it: nearly all of it is the company's own record.</summary>
internal static class EntityAsserts
{
    private const string Card = "Firma bilgilerindeki bu alanı doldurup belgeyi yeniden üretin.";

    /// <summary>On <c>gl-cor:entityInformation</c>.</summary>
    public static readonly IReadOnlyList<GibAssert> Entity =
    [
        new("Y45 K47 B78 R66", "Firmanın telefonu yok.", Card, static (_, entity) => entity["gl-bus:entityPhoneNumber"].Any),
        new("Y46 K48 B79 R67", "Firmanın e-posta adresi yok.", Card, static (_, entity) => entity["gl-bus:entityEmailAddressStructure"].Any),
        new("Y47 K49 B80 R68", "Firmanın unvanı ya da adı soyadı yok.", Card, static (_, entity) => entity["gl-bus:organizationIdentifiers"].Any),
        new("Y48 K50 B81 R69", "Vergi kimlik numaralı mükellefin tam bir tane unvanı olmalıdır.", "Firma bilgilerindeki unvanı kontrol edin.", static (scope, entity) => XPath.Length(scope.TaxId) != 10 || Count(entity, "Kurum Unvanı") == 1),
        new("Y49 K51 B82 R70", "T.C. kimlik numaralı mükellefin tam bir tane adı soyadı olmalıdır.", "Firma bilgilerindeki adı soyadı kontrol edin.", static (scope, entity) => XPath.Length(scope.TaxId) != 11 || Count(entity, "Adı Soyadı") == 1),
        new("Y50 K52 B83 R71", "Belgede ya bir unvan ya da bir ad soyad bulunmalıdır; ikisi birden ya da hiçbiri olmaz.", "Firma bilgilerindeki unvanı ve adı soyadı kontrol edin.", static (_, entity) => (Count(entity, "Kurum Unvanı") == 1) != (Count(entity, "Adı Soyadı") == 1)),
        new("Y51 K53 B84 R72", "Unvan en az iki karakter olmalıdır.", Card, static (_, entity) => Count(entity, "Kurum Unvanı") != 1 || LengthOf(entity, "Kurum Unvanı") >= 2),
        new("Y52 K54 B85 R73", "Ad soyad en az iki karakter olmalıdır.", Card, static (_, entity) => Count(entity, "Adı Soyadı") != 1 || LengthOf(entity, "Adı Soyadı") >= 2),
        new("Y53 K55 B86 R74", "Şube numarası ile şube adı birlikte bulunmalıdır.", "Firma bilgilerindeki şubenin adını ve numarasını birlikte doldurun.", static (_, entity) => (Count(entity, "Şube No") == 1) == (Count(entity, "Şube Adı") == 1)),
        new("Y54 K56 B87 R75", "Belgede birden çok şube adı ya da şube numarası var.", "Her şubenin defteri ayrıdır; belgeyi tek şube için yeniden üretin.", static (_, entity) => Count(entity, "Şube No") < 2 && Count(entity, "Şube Adı") < 2),
        new("Y55 K57 B88 R76", "Şube numarası dört haneli bir sayı değil.", "Firma bilgilerindeki şube numarasını dört haneli yazın.", static (_, entity) => Count(entity, "Şube No") != 1 || (NameOf(entity, "Şube No") is { Length: 4 } number && XPath.IsDigits(number))),
        new("Y56 K58 B89 R77", "Şube adı en az iki karakter olmalıdır.", Card, static (_, entity) => Count(entity, "Şube Adı") != 1 || LengthOf(entity, "Şube Adı") >= 2),
        new("Y57 K59 B90 R78", "Firmanın adresi yok.", Card, static (_, entity) => entity["gl-bus:organizationAddress"].Any),
        new("Y58 K60 B91 R79", "Adreste bina numarası alanı yok.", Card, static (_, entity) => HasInAddress(entity, "gl-bus:organizationBuildingNumber")),
        new("Y59 K61 B92 R80", "Adreste sokak alanı yok.", Card, static (_, entity) => HasInAddress(entity, "gl-bus:organizationAddressStreet")),
        new("Y60 K62 B93 R81", "Adreste şehir alanı yok.", Card, static (_, entity) => HasInAddress(entity, "gl-bus:organizationAddressCity")),
        new("Y61 K63 B94 R82", "Adreste posta kodu alanı yok.", Card, static (_, entity) => HasInAddress(entity, "gl-bus:organizationAddressZipOrPostalCode")),
        new("Y62 K64 B95 R83", "Adreste ülke alanı yok.", Card, static (_, entity) => HasInAddress(entity, "gl-bus:organizationAddressCountry")),
        new("Y63 K65 B96 R84", "Firmanın internet sitesi alanı yok.", "Alan boş olabilir ama bulunmalıdır; belgeyi yeniden üretin.", static (_, entity) => entity["gl-bus:entityWebSite"].Any),
        new("Y64 K66 B97 R85", "Firmanın faaliyet (NACE) kodu yok.", Card, static (_, entity) => entity["gl-bus:businessDescription"].Normal.Length > 0),
        new("Y65 K67 B98 R86", "Hesap döneminin ilk günü yok.", Card, static (_, entity) => entity["gl-bus:fiscalYearStart"].Any),
        new("Y66 K68 B99 R87", "Hesap döneminin son günü yok.", Card, static (_, entity) => entity["gl-bus:fiscalYearEnd"].Any),
        new("Y67 K69 B100 R88", "Hesap döneminin son günü, ilk gününden sonra değil.", "Firma bilgilerindeki hesap dönemini düzeltin.", static (_, entity) => entity["gl-bus:fiscalYearEnd"].IsMoreThan(entity["gl-bus:fiscalYearStart"])),
        new("Y68 K70 B101 R89", "Mali müşavir ya da muhasebe sorumlusu yok.", Card, static (_, entity) => entity["gl-bus:accountantInformation"].Any),
    ];

    /// <summary>On each child of <c>gl-cor:entityInformation</c> by its name.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<GibAssert>> Parts = new Dictionary<string, IReadOnlyList<GibAssert>>(StringComparer.Ordinal)
    {
        ["gl-bus:accountantInformation"] =
        [
            new("Y69 K71 B102 R90", "Mali müşavirin ya da muhasebe sorumlusunun adı boş.", Card, static (_, part) => part["gl-bus:accountantName"].Normal.Length > 0),
            new("Y70 K72 B103 R91", "Mali müşavirin sözleşme bilgisi boş.", "Firma bilgilerinde sözleşmenin türünü, tarihini ve numarasını doldurun; defter şirket içinde tutuluyorsa bunu işaretleyin.", static (_, part) => part["gl-bus:accountantEngagementTypeDescription"].Normal.Length > 0),
        ],
        ["gl-bus:entityPhoneNumber"] = [new("Y71 K73 B104 R92", "Firmanın telefon numarası boş.", Card, static (_, part) => part["gl-bus:phoneNumber"].Normal.Length > 0)],
        ["gl-bus:entityEmailAddressStructure"] = [new("Y72 K74 B105 R93", "Firmanın e-posta adresi boş.", Card, static (_, part) => part["gl-bus:entityEmailAddress"].Normal.Length > 0)],
        ["gl-bus:entityWebSite"] = [new("Y73 K75 B106 R94", "Firmanın internet sitesi alanı eksik.", "Alan boş olabilir ama bulunmalıdır; belgeyi yeniden üretin.", static (_, part) => part["gl-bus:webSiteURL"].Any)],
    };

    private static Nodes Named(Element entity, string description) => entity["gl-bus:organizationIdentifiers"].Where(identifier => identifier["gl-bus:organizationDescription"].Is(description));

    private static int Count(Element entity, string description) => Named(entity, description).Count;

    private static string NameOf(Element entity, string description) => Named(entity, description)["gl-bus:organizationIdentifier"].Normal;

    private static int LengthOf(Element entity, string description) => XPath.Length(NameOf(entity, description));

    private static bool HasInAddress(Element entity, string name) => !entity["gl-bus:organizationAddress"].Any || entity["gl-bus:organizationAddress"][name].Any;
}
