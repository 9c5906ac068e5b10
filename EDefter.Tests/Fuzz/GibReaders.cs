using System.Xml;
using EDefter.Core.Reading;
using EDefter.Core.Rehearsal;
using EDefter.Core.Rehearsal.Schemas;
using EDefter.Core.Sealing.Difference;
using EDefter.Tests.Formats;
using EDefter.Tests.Formats.Gib;

namespace EDefter.Tests.Fuzz;

/// <summary>The authority's documents, whoever made them.</summary>
internal static class GibReaders
{
    private static readonly GibUploadLimits Limits = new() { DocumentBytesMax = 4 * 1024 * 1024, BytesMax = 16 * 1024 * 1024, NestedBytesMax = 4 * 1024 * 1024 };

    private static readonly IReadOnlyList<(string Name, byte[] Content)> Documents = [.. GibMonths.Write(Months.Number([Months.Simple(1), Months.Simple(2)], 1, 1)).Documents.Select(file => (file.Key, file.Value))];

    public static FuzzReader Document() => new("gib-document", [.. Documents.Select(file => file.Content)], FuzzTokens.Xml, static (bytes, origin) => Check(bytes, Documents[origin].Name));

    public static FuzzReader Package() => new(
        "gib-zip",
        [FuzzZip.Pack([.. Documents]), FuzzZip.Pack([.. Documents.Select(file => (file.Name.Replace(".xml", ".zip", StringComparison.Ordinal), FuzzZip.Pack([file])))]), FuzzZip.Pack([.. Documents.Take(1)])],
        FuzzTokens.Xml,
        static (bytes, _) => Check(bytes, name: null))
    { IsZip = true, Share = 4 };

    public static FuzzReader Journal() => new("gib-journal", [Documents[0].Content], FuzzTokens.Xml, static (bytes, _) => ReadJournal(bytes)) { Share = 20 };

    private static bool Check(byte[] bytes, string? name)
    {
        try
        {
            return GibUploadCheck.Run(new MemoryStream(bytes), name, Limits, SchemaJudge.None).Documents.Any(document => !document.Counts.ContainsKey("XML"));
        }
        catch (Exception exception) when (exception is BodyTooLargeException or InvalidDataException)
        {
            return false;
        }
    }

    private static bool ReadJournal(byte[] bytes)
    {
        try
        {
            return FiledJournalReader.Read(new MemoryStream(bytes)).ToList().Exists(voucher => FiledEntries.Of(voucher) is not null);
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
