using System.Xml;
using System.Xml.Schema;

namespace EDefter.Core.Rehearsal.Schemas;

/// <summary>
/// What the schema says against a document, kept until its place is known: a line's numbers are read before the line ends, an entry's number
/// stands behind its head.
/// </summary>
internal sealed class SchemaFaults
{
    /// <summary>Id of every finding of the schema.</summary>
    public const string Id = "XSD";

    private const string Again = "Belgeyi üreten yazılım belgeyi şemadaki sırayla ve biçimle yazmalıdır; belgeyi yeniden ürettirin.";
    private const string Signing = "Belge, entegratörde mali mühürle imzalandıktan sonra bu bulgu kalkar.";

    private readonly List<SchemaFault> pending = [];
    private readonly List<SchemaFault> ofEntry = [];

    /// <summary>Something was met since the last time.</summary>
    public bool Any => pending.Count > 0;

    public void Add(XmlReader reader, XmlSchemaException fault)
    {
        var isEnd = reader is { Depth: 0, NodeType: XmlNodeType.EndElement };
        var (message, remedy) = Say(fault, isEnd);
        pending.Add(new SchemaFault(message, remedy, reader.Name.Length > 0 ? reader.Name : null, fault.LineNumber));
    }

    /// <summary>What was met so far belongs to the entry that is being read.</summary>
    public void KeepForEntry()
    {
        ofEntry.AddRange(pending);
        pending.Clear();
    }

    /// <returns>What was met since the last time, but what is kept for the entry.</returns>
    public IReadOnlyList<SchemaFault> Take() => Take(pending);

    /// <returns>What was kept for the entry, and what was met since.</returns>
    public IReadOnlyList<SchemaFault> TakeEntry()
    {
        KeepForEntry();
        return Take(ofEntry);
    }

    private static SchemaFault[] Take(List<SchemaFault> faults)
    {
        if (faults.Count == 0)
            return [];
        SchemaFault[] taken = [.. faults];
        faults.Clear();
        return taken;
    }

    // The framework tells what is wrong in words alone; it has them in English only.
    private static (string Message, string Remedy) Say(XmlSchemaException fault, bool isEnd) => fault.Message switch
    {
        _ when isEnd && Has(fault, "Signature") => ("Belge imzalanmamış.", Signing),
        _ when Has(fault, "incomplete content") => ("Bölümde şemaya göre zorunlu bir alan eksik.", Again),
        _ when Has(fault, "invalid child element") => ("Bir alan şemaya göre burada bulunamaz: sırası yanlış, fazladan ya da adı hatalı.", Again),
        _ when Has(fault, "attribute") => ("Alanın bir niteliği şemaya göre eksik, fazla ya da geçersiz.", Again),
        _ when Has(fault, "undeclared ID") => ("Alan, belgede bulunmayan bir bölümü gösteriyor.", Again),
        _ when fault.InnerException is not null || Has(fault, "is invalid") => ("Alanın değeri şemadaki biçimde değil.", Again),
        _ => ("Belge şemaya uymuyor.", Again),
    };

    private static bool Has(XmlSchemaException fault, string words) => fault.Message.Contains(words, StringComparison.Ordinal);
}
