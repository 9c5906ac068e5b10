using EDefter.Core.Rehearsal.Documents;

namespace EDefter.Core.Rehearsal.Asserts;

/// <summary>Of the signature. Its mathematics is the authority's to verify; what is asked here is its form.</summary>
internal static class SignatureAsserts
{
    private const string Again = "Belgeyi mali mühürle yeniden imzalatın.";

    /// <summary>On the root.</summary>
    public static readonly IReadOnlyList<GibAssert> Root =
    [
        new("Y06 K06", "Defter imzalanmamış.", "Defter, entegratörde mali mühürle imzalandıktan sonra bu bulgu kalkar.", static (_, root) => root["ds:Signature"].Any),
        new("B10", "Beratta defterin imza değeri yok.", "Beratı, imzalanmış defterden yeniden üretin.", static (_, root) => root["ds:SignatureValue"].Any),
    ];

    /// <summary>On each <c>ds:Signature</c> of the root.</summary>
    public static readonly IReadOnlyList<GibAssert> Signature =
    [
        new("B12 R08", "İmza değerinin kimliği yok.", Again, static (_, signature) => signature["ds:SignatureValue"].Exists(static value => value.Attribute("Id") is not null)),
        new("Y07 K08 B13 R09", "İmzada dönüşüm bilgisi yok.", Again, static (_, signature) => signature["ds:SignedInfo"]["ds:Reference"]["ds:Transforms"].Any),
        new("Y08 K09 B14 R10", "İmzada anahtar bilgisi yok.", Again, static (_, signature) => signature["ds:KeyInfo"].Any),
        new("Y09 K10 B15 R11", "İmzada sertifika bölümü yok.", Again, static (_, signature) => !signature["ds:KeyInfo"].Any || signature["ds:KeyInfo"]["ds:X509Data"].Any),
        new("Y10 K11 B16 R12", "İmzada XAdES bölümü yok.", Again, static (_, signature) => signature["ds:Object"].Any),
        new("Y11 K12 B17 R13", "İmzada imza zamanı yok.", Again, static (_, signature) => !signature["ds:Object"].Any || Properties(signature)["xades:SigningTime"].Any),
        new("Y12 K13 B18 R14", "İmzada imzalayan sertifikanın özeti yok.", Again, static (_, signature) => !signature["ds:Object"].Any || Properties(signature)["xades:SigningCertificate"].Any),
        new("Y13 K14 B19 R15", "İmza, belgenin bütününü tam bir kez göstermiyor.", Again, static (_, signature) => signature["ds:SignedInfo"]["ds:Reference"].Where(static reference => reference.Attribute("URI") is "").Count == 1),
        new("Y14 K15 B20 R16", "İmza, artık kabul edilmeyen SHA-1 özetiyle atılmış.", "İmzayı SHA-256 ya da daha güçlü bir özetle yeniden attırın.", static (_, signature) => !MethodOf(signature).EndsWith("sha1", StringComparison.Ordinal)),
    ];

    /// <summary>On each <c>ds:X509Data</c>.</summary>
    public static readonly GibAssert Certificates = new("Y15 K16 B21 R17", "İmzada sertifika yok.", Again, static (_, data) => data["ds:X509Certificate"].Any);

    /// <summary>On each <c>ds:X509SubjectName</c>.</summary>
    public static readonly GibAssert Subject = new("Y16 K17 B22 R18", "İmzadaki sertifika sahibinin adı boş.", Again, static (_, name) => XPath.Normalize(name.Text).Length > 0);

    private static Nodes Properties(Element signature) => signature["ds:Object"]["xades:QualifyingProperties"]["xades:SignedProperties"]["xades:SignedSignatureProperties"];

    private static string MethodOf(Element signature) =>
        signature["ds:SignedInfo"]["ds:SignatureMethod"].Where(static method => method.Attribute("Algorithm") is not null).Single?.Attribute("Algorithm") ?? string.Empty;
}
