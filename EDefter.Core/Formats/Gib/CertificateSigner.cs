using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EDefter.Core.Formats.Gib;

/// <summary>
/// XAdES-BES, enveloped, rsa-sha256, inclusive canonical XML, as the authority's documents carry it (Teknik Kılavuz 2.1.3). Made for
/// rehearsals with a certificate of one's own: a complete set can be built and judged without a mali mühür. What it signs is worth nothing to
/// the authority: a certificate made by oneself is no mali mühür.
/// </summary>
/// <param name="certificate">With an RSA private key.</param>
/// <param name="signingTime">Told in the signature; an input, so that the same month gives the same bytes.</param>
public sealed class CertificateSigner(X509Certificate2 certificate, DateTimeOffset signingTime) : IDocumentSigner
{
    private const string Ds = "http://www.w3.org/2000/09/xmldsig#";
    private const string Xades = "http://uri.etsi.org/01903/v1.3.2#";
    private const string Canonical = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    private const string Sha256Digest = "http://www.w3.org/2001/04/xmlenc#sha256";

    // What the root around the signature declares: canonical XML of a part repeats it (Canonical XML 1.0, 2.3).
    private const string RootNamespaces = " xmlns:edefter=\"http://www.edefter.gov.tr\"";
    private const string SchemaNamespace = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    public DocumentSignature Sign(ReadOnlySpan<byte> digest)
    {
        var properties = SignedProperties();
        var canonicalProperties = Opened(properties, "xades:SignedProperties", $" xmlns:ds=\"{Ds}\"{RootNamespaces} xmlns:xades=\"{Xades}\"{SchemaNamespace}");
        var info = SignedInfo(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalProperties)), digest);
        var canonicalInfo = Opened(info, "ds:SignedInfo", $" xmlns:ds=\"{Ds}\"{RootNamespaces}{SchemaNamespace}");
        using var key = certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException("The certificate has no RSA key.");
        var value = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(canonicalInfo), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        var xml = $"<ds:Signature xmlns:ds=\"{Ds}\" Id=\"Signature-1\">{info}<ds:SignatureValue Id=\"SignatureValue-1\">{value}</ds:SignatureValue>"
            + $"<ds:KeyInfo><ds:X509Data><ds:X509Certificate>{Convert.ToBase64String(certificate.RawData)}</ds:X509Certificate><ds:X509SubjectName>{Escaped(certificate.Subject)}</ds:X509SubjectName></ds:X509Data></ds:KeyInfo>"
            + $"<ds:Object><xades:QualifyingProperties xmlns:xades=\"{Xades}\" Target=\"#Signature-1\">{properties}</xades:QualifyingProperties></ds:Object></ds:Signature>";
        return new DocumentSignature(xml, value);
    }

    private string SignedProperties()
    {
        var serial = new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: true, isBigEndian: true).ToString(CultureInfo.InvariantCulture);
        return "<xades:SignedProperties Id=\"SignedProperties-1\"><xades:SignedSignatureProperties>"
            + $"<xades:SigningTime>{signingTime.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)}</xades:SigningTime>"
            + $"<xades:SigningCertificate><xades:Cert><xades:CertDigest><ds:DigestMethod Algorithm=\"{Sha256Digest}\"></ds:DigestMethod><ds:DigestValue>{Convert.ToBase64String(SHA256.HashData(certificate.RawData))}</ds:DigestValue></xades:CertDigest>"
            + $"<xades:IssuerSerial><ds:X509IssuerName>{Escaped(certificate.Issuer)}</ds:X509IssuerName><ds:X509SerialNumber>{serial}</ds:X509SerialNumber></xades:IssuerSerial></xades:Cert></xades:SigningCertificate>"
            + "</xades:SignedSignatureProperties><xades:SignedDataObjectProperties><xades:DataObjectFormat ObjectReference=\"#Reference-1\"><xades:MimeType>text/xml</xades:MimeType></xades:DataObjectFormat></xades:SignedDataObjectProperties></xades:SignedProperties>";
    }

    private static string SignedInfo(ReadOnlySpan<byte> properties, ReadOnlySpan<byte> document) =>
        $"<ds:SignedInfo><ds:CanonicalizationMethod Algorithm=\"{Canonical}\"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\"></ds:SignatureMethod>"
        + $"<ds:Reference Type=\"http://uri.etsi.org/01903#SignedProperties\" URI=\"#SignedProperties-1\"><ds:DigestMethod Algorithm=\"{Sha256Digest}\"></ds:DigestMethod><ds:DigestValue>{Convert.ToBase64String(properties)}</ds:DigestValue></ds:Reference>"
        + $"<ds:Reference Id=\"Reference-1\" URI=\"\"><ds:Transforms><ds:Transform Algorithm=\"{Ds}enveloped-signature\"></ds:Transform></ds:Transforms><ds:DigestMethod Algorithm=\"{Sha256Digest}\"></ds:DigestMethod><ds:DigestValue>{Convert.ToBase64String(document)}</ds:DigestValue></ds:Reference></ds:SignedInfo>";

    private static string Opened(string element, string name, string namespaces) => $"<{name}{namespaces}{element[(name.Length + 1)..]}";

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
