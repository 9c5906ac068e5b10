using System.Globalization;
using System.Text;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Functions.Sample;

/// <summary>The Turkish page beside the sample's files; its tables are made from the vouchers, so they cannot lie.</summary>
internal static class SampleReadme
{
    public static string Text(SampleFaults month)
    {
        var page = new StringBuilder();
        WriteHead(page, month);
        WriteModules(page, month);
        WriteFaults(page, month);
        WriteDecisions(page, month);
        return page.ToString();
    }

    private static void WriteHead(StringBuilder page, SampleFaults month)
    {
        var vouchers = TurkishText.Count(month.Vouchers.Count);
        var lines = TurkishText.Count(month.Vouchers.Sum(voucher => voucher.Lines.Count));
        Line(page, "# Örnek ay: bir otelin Ocak 2025 fişleri");
        Line(page, string.Empty);
        Line(page, "ÖRNEK OTELCİLİK A.Ş. diye bir firma yoktur. Kişiler, unvanlar, vergi numaraları ve tutarlar uydurmadır; vergi numaralarının kontrol haneleri doğrudur.");
        Line(page, "Dosyalar `EDefter.Functions/Sample` altındaki üreteçten çıkar; testler dosyaların üreteçle aynı olduğunu denetler. Elle değiştirmeyin.");
        Line(page, string.Empty);
        Line(page, "| Dosya | İçinde ne var |");
        Line(page, "|---|---|");
        Line(page, "| `company.json` | Firma bilgileri: unvan, adres, hesap dönemi, mali müşavir, belge türü eşlemesi |");
        Line(page, "| `accounts.json` | Hesap planı; iki ana hesabın adı bilerek boştur |");
        Line(page, $"| `2025-01.ndjson` | {vouchers} fiş, {lines} satır; her satır bir fiş |");
        Line(page, "| `2025-01-decisions.ndjson` | Muhasebecinin kararlarıyla ERP’nin yeniden gönderdiği fişler |");
        Line(page, "| `source-count.json` | ERP’nin saydığı fiş sayısı |");
        Line(page, string.Empty);
    }

    private static void WriteModules(StringBuilder page, SampleFaults month)
    {
        Line(page, "## Fişler");
        Line(page, string.Empty);
        Line(page, "| Modül | Belge | Fiş | Satır |");
        Line(page, "|---|---|---:|---:|");
        foreach (var module in month.Vouchers.GroupBy(voucher => voucher.Module!, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var document = SampleCompany.Company.RepairPolicy.Modules.GetValueOrDefault(module.Key);
            Line(page, $"| `{module.Key}` | {document?.TypeDescription ?? DocumentName(document?.Type)} | {TurkishText.Count(module.Count())} | {TurkishText.Count(module.Sum(voucher => voucher.Lines.Count))} |");
        }

        Line(page, string.Empty);
    }

    private static void WriteFaults(StringBuilder page, SampleFaults month)
    {
        var kinds = month.Planted.Select(fault => fault.Rule).Distinct(StringComparer.Ordinal).Count();
        var repaired = month.Planted.Count(fault => fault.Mending == FaultMending.Repair);
        Line(page, "## Bilerek konan hatalar");
        Line(page, string.Empty);
        Line(page, string.Create(CultureInfo.InvariantCulture, $"{month.Planted.Count} hata, {kinds} tür; {repaired} tanesini Muhasebe Bakım düzeltir, {month.Decisions.Count} tanesine muhasebeci karar verir, {month.Planted.Count - repaired - month.Decisions.Count} tanesi bunlarla birlikte geçer. Bunların dışında hiçbir kural konuşmamalıdır."));
        Line(page, string.Empty);
        Line(page, "| Kural | Fiş | Satır | Hata | Nasıl giderilir |");
        Line(page, "|---|---|---|---|---|");
        foreach (var fault in month.Planted.OrderBy(fault => fault.Rule, StringComparer.Ordinal).ThenBy(fault => fault.VoucherId, StringComparer.Ordinal))
            Line(page, $"| {fault.Rule} | {fault.VoucherId ?? (fault.Rule == "HES005" ? "hesap planı" : "ay")} | {string.Join(", ", fault.Lines)} | {fault.Description} | {MendingName(fault.Mending)} |");
        Line(page, string.Empty);
    }

    private static void WriteDecisions(StringBuilder page, SampleFaults month)
    {
        Line(page, "## Muhasebecinin kararları");
        Line(page, string.Empty);
        Line(page, "| Kural | Fiş | Karar |");
        Line(page, "|---|---|---|");
        foreach (var decision in month.Decisions.OrderBy(decision => decision.Rule, StringComparer.Ordinal).ThenBy(decision => decision.VoucherId, StringComparer.Ordinal))
            Line(page, $"| {decision.Rule} | {decision.VoucherId} | {decision.Description} |");
    }

    private static string MendingName(FaultMending mending) => mending switch
    {
        FaultMending.Repair => "Muhasebe Bakım",
        FaultMending.Decision => "karar",
        _ => "kendiliğinden",
    };

    private static string DocumentName(string? type) => type is null ? "belgesiz" : DocumentTypes.Parse(type) switch
    {
        DocumentType.Invoice => "Fatura",
        DocumentType.Check => "Çek",
        DocumentType.Voucher => "Senet",
        DocumentType.Receipt => "Tahsilat makbuzu",
        _ => type,
    };

    private static void Line(StringBuilder page, string text) => page.Append(text).Append('\n');
}
