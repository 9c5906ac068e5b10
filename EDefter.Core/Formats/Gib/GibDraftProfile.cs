using System.Security.Cryptography;
using System.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats.Gib;

/// <summary>
/// The profile <c>gib-draft</c>: the authority's own documents, unsigned. It is code and no file, because nothing of it is anybody's to choose but
/// its parameters: names, folders and the word "draft" in them are fixed.
/// </summary>
public static class GibDraftProfile
{
    public const string Id = "gib-draft";

    /// <summary>Parameter: the documents' creation date, yyyy-MM-dd.</summary>
    public const string CreationDate = "creationDate";

    /// <summary>Parameter: running number of the month's first part in the fiscal year.</summary>
    public const string FirstSeries = "firstSeries";

    /// <summary>Parameter: days of the month after which a new part begins, "10,20": the voluntary division by date.</summary>
    public const string LastDaysOfParts = "lastDaysOfParts";

    /// <summary>Parameter: size of a book's file at most, megabytes, 1 to 200.</summary>
    public const string PartMegabytes = "partMegabytes";

    private const int Version = 1;

    private static readonly SortedDictionary<string, string> Defaults = new(StringComparer.Ordinal)
    {
        [CreationDate] = string.Empty,
        [FirstSeries] = string.Empty,
        [LastDaysOfParts] = string.Empty,
        [PartMegabytes] = "200",
    };

    public static Profile Profile { get; } = new()
    {
        Id = Id,
        Title = "e-Defter taslağı (imzasız)",
        Description = "GİB’in e-Defter belgeleri: yevmiye, büyük defter, beratları ve defter raporu, parça parça, resmî adları ve klasör düzeniyle. İmzasız taslaktır: GİB’e yüklenemez; imzadan önce bakmak, saklamak ve karşılaştırmak içindir.",
        Version = Version,
        Confidence = Confidence.Exact,
        Source = "GİB e-Defter paketi 1.7: Teknik Kılavuz, XBRL-GL Genel Açıklamalar, şemalar ve şematron kuralları",
        Kind = FileKind.Gib,
        FileName = "{taxId}-{period}-{part}.xml",
        ArchiveName = "{taxId}_{branch}_{period}_TASLAK-IMZASIZ.zip",
        RowsMax = int.MaxValue,
        BytesMax = GibBookOptions.BytesMax,
        Values = new ValueFormat { DocumentTypes = new Dictionary<DocumentType, string>(), VoucherKinds = new Dictionary<VoucherKind, string>(), Branches = new Dictionary<string, string>(StringComparer.Ordinal) },
        Parameters = Defaults,
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"edefter-gib-draft/{Version}\n{string.Join('\n', Defaults.Select(one => one.Key + '=' + one.Value))}\n"))),
    };
}
