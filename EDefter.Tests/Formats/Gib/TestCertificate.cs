using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EDefter.Core.Formats.Gib;

namespace EDefter.Tests.Formats.Gib;

/// <summary>A certificate made by the tests: no mali mühür.</summary>
internal static class TestCertificate
{
    private static readonly DateTimeOffset Time = new(2025, 4, 10, 9, 0, 0, TimeSpan.FromHours(3));

    private static readonly Lazy<X509Certificate2> Made = new(() =>
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=SINAMA <mali mühür değildir>, O=Örnek", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(Time.AddYears(-1), Time.AddYears(3));
    });

    public static X509Certificate2 Certificate => Made.Value;

    public static IDocumentSigner Signer => new CertificateSigner(Made.Value, Time);
}
