using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using EDefter.Core.Formats.Reports;
using EDefter.Core.Reading;
using EDefter.Core.Repairs;
using EDefter.Core.Text;
using EDefter.Core.Workflow;
using EDefter.Functions.Sample;

namespace EDefter.Functions.Local;

/// <summary>
/// A hotel's January the whole way, through the program's own HTTP surface: received, checked, repaired, decided, numbered, archived,
/// downloaded, verified. May be run again: it then takes the numbers back first.
/// </summary>
internal sealed class SampleRun(HttpClient client, string adminKey, string outputFolder, TextWriter console)
{
    private const string Bookkeeper = "Nurgül Özışık";
    private const string Company = "/api/companies/ornek-otel";
    private const string Book = Company + "/0000";

    private static readonly string Month = $"{Book}/periods/{SampleMonth.January}";
    private static readonly string[] Profiles = ["edefter", "izibiz"];

    private readonly SampleApi api = new(client);
    private int step;

    /// <returns>0 when the month went the whole way.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var keys = await OpenBookAsync(cancellationToken);
            await SendAsync(keys, cancellationToken);
            await CheckAsync(keys, cancellationToken);
            await RepairAsync(keys, cancellationToken);
            await DecideAsync(keys, cancellationToken);
            if (await CheckAsync(keys, cancellationToken) > 0)
                throw new SampleRefusedException("Örnek ay, Muhasebe Bakım ve kararlardan sonra da hatalı.");
            await NumberAsync(keys, cancellationToken);
            await RehearseAsync(keys, cancellationToken);
            foreach (var profile in Profiles)
                await ArchiveAsync(keys, profile, cancellationToken);
            await console.WriteLineAsync($"Ay ekranda: {client.BaseAddress} (muhasebeci anahtarı: {keys.Accountant})");
            return 0;
        }
        catch (SampleRefusedException refused)
        {
            await console.WriteLineAsync($"Örnek durdu: {refused.Message}");
            return 1;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            await console.WriteLineAsync($"Örnek durdu: arşiv {Path.GetFullPath(outputFolder)} klasörüne yazılamadı ({unwritable.Message}). Başka bir klasörü --out ile verin.");
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await console.WriteLineAsync("Örnek yarıda durduruldu; yeniden çalıştırınca baştan sona yürür.");
            return 1;
        }
    }

    private async Task<SampleKeys> OpenBookAsync(CancellationToken cancellationToken)
    {
        var files = SampleFiles.All().ToDictionary(file => file.Name, file => file.Bytes, StringComparer.Ordinal);
        await api.PutAsync(Company, adminKey, files["company.json"], cancellationToken);
        var erp = await api.PostAsync(Company + "/keys", adminKey, new { role = "erp", name = "Örnek Otel ERP" }, cancellationToken);
        var accountant = await api.PostAsync(Company + "/keys", adminKey, new { role = "accountant", name = Bookkeeper }, cancellationToken);
        var keys = new SampleKeys(erp.GetProperty("key").GetString()!, accountant.GetProperty("key").GetString()!);
        var chart = await api.PutAsync(Company + "/accounts", keys.Erp, files["accounts.json"], cancellationToken);
        await TellAsync($"Firma açıldı: ÖRNEK OTELCİLİK A.Ş., {chart.GetProperty("accounts").GetInt32()} hesap, ERP ve muhasebeci anahtarları");
        var period = await api.GetAsync(Month, keys.Accountant, cancellationToken);
        if (period.TryGetProperty("numbers", out _))
        {
            await api.PostAsync(Month + "/numbers/undo", keys.Accountant, new { by = Bookkeeper }, cancellationToken);
            await TellAsync("Önceki çalıştırmanın yevmiye numaraları geri alındı");
        }

        return keys;
    }

    private async Task SendAsync(SampleKeys keys, CancellationToken cancellationToken)
    {
        var files = SampleFiles.All().ToDictionary(file => file.Name, file => file.Bytes, StringComparer.Ordinal);
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await zip.WriteAsync(files["2025-01.ndjson"], cancellationToken);
        var answer = await api.UploadAsync(Book + "/vouchers", keys.Erp, packed.ToArray(), "application/x-ndjson", "gzip", cancellationToken);
        await api.PutAsync(Month + "/source-count", keys.Erp, files["source-count.json"], cancellationToken);
        await TellAsync($"Fişler alındı: {Count(answer, "received")} geldi, {Count(answer, "stored")} saklandı, {Count(answer, "unchanged")} değişmemiş, {answer.GetProperty("rejected").GetArrayLength()} reddedildi");
    }

    private async Task<long> CheckAsync(SampleKeys keys, CancellationToken cancellationToken)
    {
        var report = await api.ActAsync(Month + "/check", keys.Accountant, new { }, cancellationToken);
        var counts = report.GetProperty("counts");
        var totals = report.GetProperty("totals");
        await TellAsync($"Kontrol: {Count(totals, "vouchers")} fiş, {Count(totals, "lines")} satır, borç {Lira(totals, "debit")}, alacak {Lira(totals, "credit")}; {Count(counts, "error")} hata, {Count(counts, "warning")} uyarı, {Count(counts, "info")} bilgi");
        var spoken = report.GetProperty("coverage").EnumerateArray().Where(rule => rule.GetProperty("findings").GetInt32() > 0).Select(rule => $"{rule.GetProperty("rule").GetString()} {rule.GetProperty("findings").GetInt32()}").ToList();
        if (spoken.Count > 0)
            await console.WriteLineAsync($"     {string.Join(" · ", spoken)}");
        return counts.GetProperty("error").GetInt64();
    }

    private async Task RepairAsync(SampleKeys keys, CancellationToken cancellationToken)
    {
        var plan = await api.ActAsync(Month + "/repairs", keys.Accountant, new { }, cancellationToken);
        if (!plan.TryGetProperty("groups", out var groups))
        {
            plan = await api.GetAsync($"{Month}/repairs/{plan.GetProperty("run").GetString()}", keys.Accountant, cancellationToken);
            groups = plan.GetProperty("groups");
        }

        var offered = groups.EnumerateArray().Where(group => group.GetProperty("class").GetString() is "A" or "B").Sum(group => group.GetProperty("changes").GetInt32());
        var choices = ChoicesIn(plan);
        await TellAsync($"Muhasebe Bakım planı: {TurkishText.Count(offered)} değişiklik önerildi, {choices.Count} değişiklik için kişi seçim yaptı, {Count(plan, "unrepairable")} bulgu yazılımla giderilemez");
        foreach (var change in OneOfEachRule(plan).Take(5).Select(change => WireJson.Read<Change>(change.GetRawText())))
            await console.WriteLineAsync($"     {change.Rule} {change.VoucherNumber}, {RepairPlanText.Place(change)}: {Quoted(change, change.Before)} → {Quoted(change, change.After)}");
        if (offered + choices.Count == 0)
            return;
        var accept = new { classes = new[] { "A", "B" }, changes = choices };
        var applied = await api.ActAsync($"{Month}/repairs/{plan.GetProperty("run").GetString()}/apply", keys.Accountant, new { by = Bookkeeper, accept }, cancellationToken);
        await TellAsync($"{Bookkeeper} planı onayladı: {Count(applied, "applied")} değişiklik uygulandı, geriye {Count(applied.GetProperty("remaining"), "error")} hata kaldı");
    }

    private static IEnumerable<JsonElement> OneOfEachRule(JsonElement plan) =>
        plan.GetProperty("changes").EnumerateArray().Where(change => change.GetProperty("class").GetString() is "A" or "B").DistinctBy(change => change.GetProperty("rule").GetString(), StringComparer.Ordinal);

    private static string Quoted(Change change, string? value) => RepairPlanText.Value(change, value) is { Length: > 0 } text ? $"\"{text}\"" : "boş";

    // Class C waits for a person: the sample's bookkeeper has chosen.
    private static List<object> ChoicesIn(JsonElement plan)
    {
        var choices = new List<object>();
        foreach (var decision in SampleMonth.Faulty.Decisions.Where(decision => decision.Choose is not null))
        {
            foreach (var change in plan.GetProperty("changes").EnumerateArray().Where(change => Text(change, "rule") == decision.Rule && Text(change, "voucherId") == decision.VoucherId))
                choices.Add(new { n = change.GetProperty("n").GetInt32(), choose = decision.Choose });
        }

        return choices;
    }

    private async Task DecideAsync(SampleKeys keys, CancellationToken cancellationToken)
    {
        var decisions = SampleMonth.Faulty.Decisions;
        var numbers = SampleMonth.Faulty.Vouchers.ToDictionary(voucher => voucher.Id, voucher => voucher.Number ?? voucher.Id, StringComparer.Ordinal);
        await TellAsync($"Kişinin verdiği {decisions.Count} karar:");
        foreach (var decision in decisions)
        {
            await console.WriteLineAsync($"     {decision.Rule} {numbers.GetValueOrDefault(decision.VoucherId, decision.VoucherId)}: {decision.Description}");
            if (decision.Corrected is { } corrected)
                await api.UploadAsync(Book + "/vouchers", keys.Erp, VoucherJsonWriter.ToBytes(corrected), "application/json", encoding: null, cancellationToken);
        }
    }

    private async Task NumberAsync(SampleKeys keys, CancellationToken cancellationToken)
    {
        var numbers = await api.ActAsync(Month + "/numbers", keys.Accountant, new { by = Bookkeeper }, cancellationToken);
        await TellAsync($"Yevmiye numaraları: madde {Count(numbers, "first")}–{Count(numbers, "last")}, satır {Count(numbers, "firstLine")}–{Count(numbers, "lastLine")}, zincir {numbers.GetProperty("chain").GetString()![..19]}…");
    }

    private async Task RehearseAsync(SampleKeys keys, CancellationToken cancellationToken)
    {
        var report = await api.ActAsync(Month + "/rehearse", keys.Accountant, new { }, cancellationToken);
        var asserts = report.GetProperty("documents").EnumerateArray().Sum(document => document.GetProperty("asserts").GetProperty("run").GetInt64());
        await TellAsync($"e-Defter provası: {report.GetProperty("documents").GetArrayLength()} belge, {TurkishText.Count(asserts)} GİB kuralı, {Count(report, "findingCount")} bulgu (imza sorgulanmadı); şema: {(report.GetProperty("schema").GetProperty("outcome").GetString() == "ran" ? "bakıldı" : "bakılmadı")}");
    }

    private async Task ArchiveAsync(SampleKeys keys, string profile, CancellationToken cancellationToken)
    {
        var archive = await api.ActAsync(Month + "/archives", keys.Accountant, new { profile, by = Bookkeeper }, cancellationToken);
        using var download = new HttpClient();
        var bytes = await download.GetByteArrayAsync(new Uri(archive.GetProperty("url").GetString()!), cancellationToken);
        if (!string.Equals(Convert.ToHexStringLower(SHA256.HashData(bytes)), archive.GetProperty("sha256").GetString(), StringComparison.Ordinal))
            throw new SampleRefusedException("İndirilen arşivin özeti bildirilen özetle aynı değil.");
        var folder = Path.Combine(outputFolder, profile);
        Directory.CreateDirectory(folder);
        var path = Path.GetFullPath(Path.Combine(folder, archive.GetProperty("file").GetString()!));
        await File.WriteAllBytesAsync(path, bytes, cancellationToken);
        var verified = await api.UploadAsync("/api/archives/verify", keys.Accountant, bytes, "application/zip", encoding: null, cancellationToken);
        if (verified.GetProperty("verdict").GetString() != "intact")
            throw new SampleRefusedException($"Arşiv ({profile}) doğrulanamadı: {verified.GetRawText()}");
        await TellAsync($"Arşiv ({profile}): {path} ({TurkishText.Count(bytes.Length)} bayt), doğrulama: değişmemiş");
    }

    private Task TellAsync(string text) => console.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{++step,3}. {text}"));

    private static string Count(JsonElement element, string name) => TurkishText.Count(element.GetProperty(name).GetInt64());

    private static string Lira(JsonElement element, string name) => TurkishText.Amount(element.GetProperty(name).GetDecimal());

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? string.Empty : string.Empty;
}
