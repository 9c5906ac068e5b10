using static EDefter.Tests.Rehearsal.TargetedDamage;

namespace EDefter.Tests.Rehearsal;

/// <summary>Damages for the asserts on everything above the entries, which are nearly the same in all documents.</summary>
internal static class TargetedHeadDamages
{
    private const string Info = "//gl-cor:documentInfo/";
    private const string Entity = "//gl-cor:entityInformation/";
    private const string Organization = Entity + "gl-bus:organizationIdentifiers";
    private const string Address = Entity + "gl-bus:organizationAddress/";
    private const string Signature = "/*/ds:Signature";
    private const string Properties = "//xades:SignedSignatureProperties/";

    public static IEnumerable<TargetedDamage> All => [.. Frame, .. Segments, .. Signatures, .. Infos, .. Company];

    private static IEnumerable<TargetedDamage> Frame =>
    [
        Attribute("Y01 K01 B01 R01", "//gl-cor:amount", "decimals", "2"),
        Do("Y02 K02 B02 R02", "another root", document => document.Root!.Name = document.Root.Name.Namespace + "baska"),
        Twice("Y17 K18 B23 R19", "//xbrli:context"),
        Without("Y18 K19 B24 R20", "//xbrli:unit"),
        Twice("Y19 K20 B25 R21", "//gl-cor:accountingEntries"),
        Without("Y20 K21 B26 R22", "//xbrli:measure"),
        Set("Y21", "//xbrli:unit[@id='try']/xbrli:measure", "xbrli:pure"),
        Set("Y05 K05 B09 R06", "//xbrli:identifier", "1111111111"),
        Set("Y22 K22 B27 R23", "//xbrli:identifier", "12345"),
        Set("Y23 K23 B28 R24", "//xbrli:unit[@id='try']/xbrli:measure", "iso4217:TL"),
        Attribute("Y25 K25 B30 R26", "//xbrli:unit[@id='try']", "id", "EUR"),
        Do("Y26 K26 B31 R27", "unit TRY in a book of EUR", document =>
        {
            First(document, "//xbrli:unit[@id='try']").SetAttributeValue("id", "TRY");
            First(document, Info + "gl-muc:defaultCurrency").Value = "iso4217:EUR";
        }),
        Without("Y27 K27 B32 R28", "//gl-cor:documentInfo"),
        Without("Y28 K28 B33 R29", "//gl-cor:entityInformation"),
    ];

    private static IEnumerable<TargetedDamage> Segments =>
    [
        Segment("Y03 K03 R03", "gl-bus:numberOfEntries"),
        Segment("B03", "gl-bus:numberOfEntries") with { IsOfLedgerBerat = true },
        Segment("Y04 K04", "gl-cor:uniqueID"),
        Without("B04", "//xbrli:segment/gl-bus:numberOfEntries"),
        Without("B05 R04", "//xbrli:segment/gl-cor:uniqueID"),
        Without("B06", "//xbrli:segment/gl-bus:measurableQuantity"),
        Set("B07", "//xbrli:segment/gl-bus:measurableQuantity", "1.234"),
        Set("B08 R05", "//xbrli:segment/gl-cor:uniqueID", "YEV202501000001"),
        Segment("B35", "gl-cor:identifierAuthorityCode", "VERGI_DETAYSIZ"),
    ];

    private static IEnumerable<TargetedDamage> Signatures =>
    [
        Without("Y06 K06", Signature),
        Without("B10", "/*/ds:SignatureValue"),
        Attribute("B12 R08", Signature + "/ds:SignatureValue", "Id", value: null),
        Without("Y07 K08 B13 R09", "//ds:Transforms"),
        Without("Y08 K09 B14 R10", Signature + "/ds:KeyInfo"),
        Without("Y09 K10 B15 R11", "//ds:X509Data"),
        Without("Y10 K11 B16 R12", Signature + "/ds:Object"),
        Without("Y11 K12 B17 R13", Properties + "xades:SigningTime"),
        Without("Y12 K13 B18 R14", Properties + "xades:SigningCertificate"),
        Attribute("Y13 K14 B19 R15", "//ds:Reference[@URI='']", "URI", "#x"),
        Attribute("Y14 K15 B20 R16", "//ds:SignatureMethod", "Algorithm", "http://www.w3.org/2000/09/xmldsig#rsa-sha1"),
        Without("Y15 K16 B21 R17", "//ds:X509Certificate"),
        Set("Y16 K17 B22 R18", "//ds:X509SubjectName", " "),
    ];

    private static IEnumerable<TargetedDamage> Infos =>
    [
        Without("Y30 K32 B61 R52", Info + "gl-cor:entriesType"),
        Set("Y31 K33 R53", Info + "gl-cor:entriesType", "other"),
        Twice("B62", Info + "gl-cor:entriesType"),
        Twice("B63", Info + "gl-cor:entriesType") with { IsOfLedgerBerat = true },
        Without("Y32 K34 B64 R54", Info + "gl-cor:uniqueID"),
        Set("Y33 B65", Info + "gl-cor:uniqueID", "KEB202501000001"),
        Set("K35", Info + "gl-cor:uniqueID", "YEV202501000001"),
        Set("B66", Info + "gl-cor:uniqueID", "YEV202501000001") with { IsOfLedgerBerat = true },
        Do("Y34 K36 B67 R55", "a control number of 16 characters", document => First(document, Info + "gl-cor:uniqueID").Value += "0"),
        Do("Y44 K46 B77 R65", "a control number of another month", document => First(document, Info + "gl-cor:uniqueID").Value = "YEV202502000001"),
        Without("Y35 K37 B68 R56", Info + "gl-cor:creationDate"),
        Without("Y36 K38 B69 R57", Info + "gl-cor:periodCoveredStart"),
        Without("Y37 K39 B70 R58", Info + "gl-cor:periodCoveredEnd"),
        Set("Y38 K40 B71 R59", Info + "gl-cor:periodCoveredEnd", "2024-12-31"),
        Set("Y39 K41 B72 R60", Info + "gl-cor:creationDate", "2025-01-01"),
        Set("Y40 K42 B73 R61", Info + "gl-bus:sourceApplication", " "),
        Set("Y41 K43 B74 R62", Info + "gl-cor:periodCoveredStart", "2025-02-01"),
        Set("Y42 K44 B75 R63", Info + "gl-cor:periodCoveredEnd", "2026-01-31"),
        Set("Y43 K45 B76 R64", Info + "gl-cor:periodCoveredEnd", "2025-02-15"),
    ];

    private static IEnumerable<TargetedDamage> Company =>
    [
        Without("Y45 K47 B78 R66", Entity + "gl-bus:entityPhoneNumber"),
        Without("Y46 K48 B79 R67", Entity + "gl-bus:entityEmailAddressStructure"),
        Without("Y47 K49 B80 R68", Organization),
        Set("Y48 K50 B81 R69", Described("Kurum Unvanı") + "/gl-bus:organizationDescription", "Kurum Adı"),
        Set("Y49 K51 B82 R70", "//xbrli:identifier", "12345678901"),
        Without("Y50 K52 B83 R71", Described("Kurum Unvanı")),
        Set("Y51 K53 B84 R72", Described("Kurum Unvanı") + "/gl-bus:organizationIdentifier", "A"),
        Do("Y52 K54 B85 R73", "a person's name of one letter", document =>
        {
            var title = First(document, Described("Kurum Unvanı"));
            First(title, "gl-bus:organizationDescription").Value = "Adı Soyadı";
            First(title, "gl-bus:organizationIdentifier").Value = "A";
        }),
        Without("Y53 K55 B86 R74", Described("Şube No")),
        Twice("Y54 K56 B87 R75", Described("Şube No")),
        Set("Y55 K57 B88 R76", Described("Şube No") + "/gl-bus:organizationIdentifier", "12"),
        Set("Y56 K58 B89 R77", Described("Şube Adı") + "/gl-bus:organizationIdentifier", "U"),
        Without("Y57 K59 B90 R78", Entity + "gl-bus:organizationAddress"),
        Without("Y58 K60 B91 R79", Address + "gl-bus:organizationBuildingNumber"),
        Without("Y59 K61 B92 R80", Address + "gl-bus:organizationAddressStreet"),
        Without("Y60 K62 B93 R81", Address + "gl-bus:organizationAddressCity"),
        Without("Y61 K63 B94 R82", Address + "gl-bus:organizationAddressZipOrPostalCode"),
        Without("Y62 K64 B95 R83", Address + "gl-bus:organizationAddressCountry"),
        Without("Y63 K65 B96 R84", Entity + "gl-bus:entityWebSite"),
        Set("Y64 K66 B97 R85", Entity + "gl-bus:businessDescription", " "),
        Without("Y65 K67 B98 R86", Entity + "gl-bus:fiscalYearStart"),
        Without("Y66 K68 B99 R87", Entity + "gl-bus:fiscalYearEnd"),
        Set("Y67 K69 B100 R88", Entity + "gl-bus:fiscalYearEnd", "2025-01-01"),
        Without("Y68 K70 B101 R89", Entity + "gl-bus:accountantInformation"),
        Set("Y69 K71 B102 R90", Entity + "gl-bus:accountantInformation/gl-bus:accountantName", " "),
        Set("Y70 K72 B103 R91", Entity + "gl-bus:accountantInformation/gl-bus:accountantEngagementTypeDescription", " "),
        Set("Y71 K73 B104 R92", Entity + "gl-bus:entityPhoneNumber/gl-bus:phoneNumber", " "),
        Set("Y72 K74 B105 R93", Entity + "gl-bus:entityEmailAddressStructure/gl-bus:entityEmailAddress", " "),
        Without("Y73 K75 B106 R94", Entity + "gl-bus:entityWebSite/gl-bus:webSiteURL"),
    ];

    private static string Described(string description) => $"{Organization}[gl-bus:organizationDescription='{description}']";

    private static TargetedDamage Segment(string ids, string name, string value = "1") => Do(ids, $"{name} '{value}' in the segment", document =>
    {
        var entity = First(document, "//xbrli:entity");
        var segment = entity.Elements().FirstOrDefault(element => element.Name.LocalName == "segment");
        if (segment is null)
            entity.Add(segment = New("xbrli:segment"));
        segment.Add(New(name, value));
    });
}
