using EDefter.Core.Rehearsal.Documents;

namespace EDefter.Core.Rehearsal.Asserts;

/// <summary>Of files that a journal may carry inside.</summary>
internal static class ExtensionAsserts
{
    /// <summary>On the root.</summary>
    public static readonly GibAssert Root = new("K07 B11 R07", "Belgenin içine dosya eklenmiş; ek yalnızca yevmiye defterinde bulunabilir.", "Eki çıkarıp belgeyi yeniden üretin.", static (_, root) => !root["extensions"]["extension"]["defterek:binaryObject"].Any);

    /// <summary>On each file of a journal.</summary>
    public static readonly IReadOnlyList<GibAssert> File =
    [
        new("Y129", "Deftere eklenen dosya PDF olarak tanıtılmamış.", "Eki PDF olarak ekleyip belgeyi yeniden üretin.", static (_, file) => file.Attribute("mimeCode") is "application/pdf"),
        new("Y130", "Deftere eklenen dosyanın adı .pdf ile bitmiyor.", "Ekin adını .pdf ile bitirip belgeyi yeniden üretin.", static (_, file) => file.Attribute("filename")?.EndsWith(".pdf", StringComparison.Ordinal) == true),
        new("Y131", "Deftere eklenen dosya boş.", "Eki yeniden ekleyip belgeyi yeniden üretin.", static (_, file) => XPath.Normalize(file.Text).Length > 0),
    ];
}
