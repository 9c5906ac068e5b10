using EDefter.Core.Rehearsal.Documents;

namespace EDefter.Core.Rehearsal.Asserts;

/// <summary>On <c>gl-cor:documentInfo</c>.</summary>
internal static class DocumentInfoAsserts
{
    private const string Again = "Belgeyi yeniden üretin.";

    public static readonly IReadOnlyList<GibAssert> All =
    [
        new("Y30 K32 B61 R52", "Belgenin türü yazılmamış.", Again, static (_, info) => info["gl-cor:entriesType"].Any),
        new("Y31", "Belge kendini yevmiye defteri olarak tanıtmıyor.", Again, static (_, info) => info["gl-cor:entriesType"].Normal == "journal"),
        new("K33", "Belge kendini büyük defter olarak tanıtmıyor.", Again, static (_, info) => info["gl-cor:entriesType"].Normal == "ledger"),
        new("R53", "Belge kendini defter raporu olarak tanıtmıyor.", Again, static (_, info) => info["gl-cor:entriesType"] is var type && (!type.Any || type.Is("trialbalance"))),
        new("B62", "Berat kendini yevmiye beratı olarak tanıtmıyor.", Again, static (scope, info) => !scope.EntriesTypeIs("journal") || info["gl-cor:entriesType"].Normal == "journal"),
        new("B63", "Berat kendini büyük defter beratı olarak tanıtmıyor.", Again, static (scope, info) => !scope.EntriesTypeIs("ledger") || info["gl-cor:entriesType"].Normal == "ledger"),
        new("Y32 K34 B64 R54", "Belgenin kontrol numarası yok.", Again, static (_, info) => info["gl-cor:uniqueID"].Any),
        new("Y33", "Yevmiye defterinin kontrol numarası YEV ile başlamıyor.", Again, static (_, info) => StartsWith(info, "YEV")),
        new("K35", "Büyük defterin kontrol numarası KEB ile başlamıyor.", Again, static (_, info) => StartsWith(info, "KEB")),
        new("B65", "Yevmiye beratının kontrol numarası YEV ile başlamıyor.", Again, static (scope, info) => !info["gl-cor:uniqueID"].Any || !scope.EntriesTypeIs("journal") || StartsWith(info, "YEV")),
        new("B66", "Büyük defter beratının kontrol numarası KEB ile başlamıyor.", Again, static (scope, info) => !info["gl-cor:uniqueID"].Any || !scope.EntriesTypeIs("ledger") || StartsWith(info, "KEB")),
        new("Y34 K36 B67 R55", "Kontrol numarası 15 karakter değil.", Again, static (_, info) => !info["gl-cor:uniqueID"].Any || XPath.Length(info["gl-cor:uniqueID"].Normal) == 15),
        new("Y35 K37 B68 R56", "Belgenin oluşturulma tarihi yok.", Again, static (_, info) => info["gl-cor:creationDate"].Any),
        new("Y36 K38 B69 R57", "Belgenin kapsadığı ilk gün yazılmamış.", Again, static (_, info) => info["gl-cor:periodCoveredStart"].Any),
        new("Y37 K39 B70 R58", "Belgenin kapsadığı son gün yazılmamış.", Again, static (_, info) => info["gl-cor:periodCoveredEnd"].Any),
        new("Y38 K40 B71 R59", "Belgenin kapsadığı son gün, ilk günden önce.", Again, static (_, info) => info["gl-cor:periodCoveredEnd"].IsAtLeast(info["gl-cor:periodCoveredStart"])),
        new("Y39 K41 B72 R60", "Belge, kapsadığı dönem bitmeden oluşturulmuş.", "Belgeyi dönem bittikten sonra oluşturun.", static (_, info) => info["gl-cor:creationDate"].IsAtLeast(info["gl-cor:periodCoveredEnd"])),
        new("Y40 K42 B73 R61", "Defteri hazırlayan program bilgisi yok.", "Firma bilgilerindeki kaynak program bilgisini, onay yazısındaki gibi harfi harfine doldurun.", static (_, info) => info["gl-bus:sourceApplication"].Normal.Length > 0),
        new("Y41 K43 B74 R62", "Dosya adındaki dönem belgedekinden farklı.", "Dosyayı resmî adıyla gönderin.", static (scope, _) => scope.FileName.Contains("-" + scope.PeriodNumber + "-", StringComparison.Ordinal)),
        new("Y42 K44 B75 R63", "Belgenin ilk ve son günü aynı yılda değil.", "Belge yalnızca bir ayı kapsamalıdır; yeniden üretin.", static (scope, info) => scope.Year == XPath.Substring(info["gl-cor:periodCoveredEnd"].Text, 1, 4)),
        new("Y43 K45 B76 R64", "Belgenin ilk ve son günü aynı ayda değil.", "Belge yalnızca bir ayı kapsamalıdır; yeniden üretin.", static (scope, info) => scope.Month == XPath.Substring(info["gl-cor:periodCoveredEnd"].Text, 6, 2)),
        new("Y44 K46 B77 R65", "Kontrol numarasındaki dönem belgenin döneminden farklı.", Again, static (scope, info) => info["gl-cor:uniqueID"].Text.Contains(scope.Year + scope.Month, StringComparison.Ordinal)),
    ];

    private static bool StartsWith(Element info, string prefix) => !info["gl-cor:uniqueID"].Any || info["gl-cor:uniqueID"].Normal.StartsWith(prefix, StringComparison.Ordinal);
}
