using EDefter.Core.Rehearsal.Documents;

namespace EDefter.Core.Rehearsal.Asserts;

/// <summary>Of the context, the units and the frame of a document.</summary>
internal static class HeadAsserts
{
    private const string Currencies =
        ",AED,AFN,ALL,AMD,ANG,AOA,ARS,AUD,AWG,AZN,BAM,BBD,BDT,BGN,BHD,BIF,BMD,BND,BOB,BOV,BRL,BSD,BTN,BWP,BYN,BYR,BZD,CAD,CDF,CHE,CHF,CHW,CLF,CLP,CNY,COP,COU,CRC,CUC,CUP,CVE,CZK,DJF,DKK,DOP,DZD,EEK,EGP,ERN,ETB,EUR,"
        + "FJD,FKP,GBP,GEL,GHS,GIP,GMD,GNF,GTQ,GWP,GYD,HKD,HNL,HRK,HTG,HUF,IDR,ILS,INR,IQD,IRR,ISK,JMD,JOD,JPY,KES,KGS,KHR,KMF,KPW,KRW,KWD,KYD,KZT,LAK,LBP,LKR,LRD,LSL,LTL,LVL,LYD,MAD,MAD,MDL,MGA,MKD,MMK,MNT,MOP,MRO,MUR,"
        + "MVR,MWK,MXN,MXV,MYR,MZN,NAD,NGN,NIO,NOK,NPR,NZD,OMR,PAB,PEN,PGK,PHP,PKR,PLN,PYG,QAR,RON,RSD,RUB,RWF,SAR,SBD,SCR,SDG,SEK,SGD,SHP,SLL,SOS,SSP,SRD,STD,SVC,SYP,SZL,THB,TJS,TMT,TND,TOP,TRY,TTD,TWD,TZS,UAH,UGX,USD,"
        + "USN,USS,UYI,UYU,UZS,VEF,VND,VUV,WST,XAF,XAG,XAU,XBA,XBB,XBC,XBD,XCD,XDR,XFU,XOF,XPD,XPF,XPT,XSU,XTS,XUA,XXX,YER,ZAR,ZMK,ZMW,ZWL,";

    /// <summary>On every element.</summary>
    public static readonly GibAssert Decimals = new(
        "Y01 K01 B01 R01", "Sayısal bir alanın hassasiyet bilgisi izin verilen değerde değil.", "Belgeyi üreten yazılım her tutarda ve sayaçta hassasiyeti INF yazmalıdır; belgeyi yeniden ürettirin.",
        static (_, element) => element.Attribute("decimals") is null or "INF");

    /// <summary>On the root.</summary>
    public static readonly GibAssert Root = new(
        "Y02 K02 B02 R02", "Dosyanın içindeki belge, adının söylediği belge türünde değil.", "Dosyayı resmî adıyla gönderin ya da doğru belgeyi yeniden üretin.",
        static (scope, root) => string.Equals(root.Name, Formats.Gib.DocumentTraits.Of(scope.Document).Root, StringComparison.Ordinal));

    /// <summary>On each <c>xbrli:entity</c>.</summary>
    public static readonly IReadOnlyList<GibAssert> Entity =
    [
        new("Y03 K03 R03", "Madde sayısı bu belgede bulunamaz.", "Madde sayısını yalnızca yevmiye beratı taşır; belgeyi yeniden üretin.", static (_, entity) => !entity["xbrli:segment"]["gl-bus:numberOfEntries"].Any),
        new("B03", "Madde sayısı büyük defter beratında bulunamaz.", "Madde sayısını yalnızca yevmiye beratı taşır; beratı yeniden üretin.", static (scope, entity) => scope.EntriesTypeIs("journal") || !entity["xbrli:segment"]["gl-bus:numberOfEntries"].Any),
        new("B04", "Yevmiye beratında madde sayısı yok.", "Beratı defterden yeniden üretin.", static (scope, entity) => !scope.EntriesTypeIs("journal") || entity["xbrli:segment"]["gl-bus:numberOfEntries"].Any),
        new("Y04 K04", "Berat kimliği defterde bulunamaz.", "Defteri yeniden üretin; berat kimliği yalnızca beratta yer alır.", static (_, entity) => !entity["xbrli:segment"]["gl-cor:uniqueID"].Any),
        new("B05 R04", "Belgenin tekil kimliği yok.", "Belgeyi yeniden üretin.", static (_, entity) => entity["xbrli:segment"]["gl-cor:uniqueID"].Any),
        new("B06", "Beratta defterin boyutu yok.", "Beratı defterden yeniden üretin.", static (_, entity) => entity["xbrli:segment"]["gl-bus:measurableQuantity"].Any),
        new("B07", "Beratta defterin boyutu en çok iki ondalıklı bir sayı değil.", "Beratı defterden yeniden üretin.", static (_, entity) => entity["xbrli:segment"]["gl-bus:measurableQuantity"] is var size && (!size.Any || XPath.IsAmount(size.Normal))),
        new("B08 R05", "Belgenin tekil kimliği UUID biçiminde değil.", "Belgeyi yeniden üretin.", static (_, entity) => entity["xbrli:segment"]["gl-cor:uniqueID"] is var id && (!id.Any || XPath.IsUuid(id.Text))),
        new("Y05 K05 B09 R06", "Dosya adındaki vergi numarası belgedekinden farklı.", "Dosyayı resmî adıyla gönderin; firma bilgilerindeki vergi numarasını kontrol edin.", static (scope, entity) => scope.FileName.Contains(entity["xbrli:identifier"].Text + "-", StringComparison.Ordinal)),
    ];

    /// <summary>On each <c>xbrli:identifier</c>.</summary>
    public static readonly GibAssert Identifier = new(
        "Y22 K22 B27 R23", "Vergi numarası 10 haneli (VKN) ya da 11 haneli (TCKN) değil.", "Firma bilgilerindeki vergi numarasını düzeltin.",
        static (_, identifier) => XPath.Normalize(identifier.Text) is { Length: 10 or 11 } text && XPath.IsDigits(text));

    /// <summary>On <c>xbrli:xbrl</c>; the counts are known when it ends.</summary>
    public static readonly IReadOnlyList<GibAssert> Xbrl =
    [
        new("Y17 K18 B23 R19", "Belgede mükellef ve dönem bilgisini taşıyan bölüm tam bir tane değil.", "Belgeyi yeniden üretin.", static (_, xbrl) => xbrl["xbrli:context"].Count == 1),
        new("Y18 K19 B24 R20", "Belgede ölçü birimi yok.", "Belgeyi yeniden üretin.", static (_, xbrl) => xbrl["xbrli:unit"].Any),
        new("Y19 K20 B25 R21", "Belgede kayıt bölümü tam bir tane değil.", "Belgeyi yeniden üretin.", static (_, xbrl) => xbrl["gl-cor:accountingEntries"].Count == 1),
        new("Y20 K21 B26 R22", "Belgedeki ölçü birimlerinin değeri yok.", "Belgeyi yeniden üretin.", static (_, xbrl) => xbrl["xbrli:unit"]["xbrli:measure"].Any),
        new("Y21", "Belgede para birimi yok.", "Firma bilgilerindeki defter para birimini kontrol edip belgeyi yeniden üretin.", static (_, xbrl) => xbrl["xbrli:unit"]["xbrli:measure"].Exists(IsCurrency)),
    ];

    /// <summary>On each <c>xbrli:measure</c>.</summary>
    public static readonly IReadOnlyList<GibAssert> Measure =
    [
        new("Y23 K23 R24", "Para birimi kodu geçerli kodlar arasında değil.", "Para birimi kodunu üç büyük harfle, ISO 4217 listesindeki gibi yazın (TL değil TRY).", static (_, measure) => !IsCurrency(measure) || IsListed("," + XPath.Substring(measure.Text, 9) + ",")),
        new("B28", "Para birimi kodu geçerli kodlar arasında değil.", "Para birimi kodunu üç büyük harfle, ISO 4217 listesindeki gibi yazın (TL değil TRY).", static (_, measure) => !IsCurrency(measure) || IsListed("," + XPath.Substring(XPath.Normalize(measure.Text), 9) + ",")),
        new("Y24 K24 B29 R25", "Belgede birden çok para birimi var.", "Belgede tek para birimi bırakın.", static (_, _) => true),
        new("Y25 K25 B30 R26", "Ölçü biriminin kimliği ile değeri farklı para birimlerini gösteriyor.", "Belgeyi yeniden üretin; ikisi aynı para birimi olmalıdır.", static (_, measure) => !IsListedUnit(measure) || IsNamedAsUnit(measure)),
        new("Y26 K26 B31 R27", "Defterin para birimi ile ölçü birimi farklı.", "Firma bilgilerindeki defter para birimini kontrol edip belgeyi yeniden üretin.", static (scope, measure) => !IsListedUnit(measure) || !scope.HasDefaultCurrency || !IsNamedAsUnit(measure) || scope.IsDefaultCurrency(measure.Text)),
    ];

    /// <summary>On <c>gl-cor:accountingEntries</c>.</summary>
    public static readonly IReadOnlyList<GibAssert> Entries =
    [
        new("Y27 K27 B32 R28", "Belge bilgileri bölümü yok.", "Belgeyi yeniden üretin.", static (_, entries) => entries["gl-cor:documentInfo"].Any),
        new("Y28 K28 B33 R29", "Mükellef bilgileri bölümü yok.", "Belgeyi yeniden üretin.", static (_, entries) => entries["gl-cor:entityInformation"].Any),
    ];

    private static bool IsCurrency(Element measure) => XPath.Normalize(measure.Text).StartsWith("iso4217:", StringComparison.Ordinal);

    private static bool IsListed(string text) => Currencies.Contains(text, StringComparison.Ordinal);

    // Any piece of the list counts, the empty one too: so the rule is written.
    private static bool IsListedUnit(Element measure) => IsListed(measure.Parent!.Attribute("id") ?? string.Empty);

    private static bool IsNamedAsUnit(Element measure) => string.Equals(measure.Text, "iso4217:" + measure.Parent!.Attribute("id"), StringComparison.Ordinal);
}
