using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using EDefter.Tests.Live;
using static EDefter.Tests.OpenApi.AnswerBodies;

namespace EDefter.Tests.OpenApi;

/// <summary>Everything that is asked of the sample hotel's January after its way to the archives.</summary>
internal sealed class HotelAnswers(AnswerCaller admin)
{
    public const string Hotel = "/api/companies/ornek-otel";

    private const string Book = Hotel + "/0000";
    private const string Month = Book + "/periods/2025-01";
    private const string By = "Ayşe Yılmaz";
    private const string Table = "Fiş Tarihi;Fiş No;Hesap Kodu;Borç;Alacak\n15.01.2025;7;120.01;10,00;\n15.01.2025;7;600.01;;10,00\n";

    /// <returns>A backup of the hotel.</returns>
    public async Task<byte[]> RunAsync()
    {
        using var accountant = await admin.CallerAsync(Hotel, "accountant");
        using var erp = await admin.CallerAsync(Hotel, "erp");
        await accountant.SendAsync(HttpMethod.Put, Book + "/years/2025/opening-balances", Body("PutOpeningBalances"));
        await accountant.SendAsync(HttpMethod.Put, Month + "/trial-balance", Body("PutTrialBalance"));
        await accountant.ActAsync(Month + "/check");
        await accountant.ActAsync(Book + "/check?from=2025-01-10&to=2025-01-12");
        string[] reads =
        [
            Hotel + "/accounts", Hotel + "/deadlines?year=2025", Book + "/years/2025/opening-balances", Month + "/trial-balance", Book + "/periods?year=2025", Month, Month + "/days",
            Book + "/vouchers?p=2025-01", Book + "/report?from=2025-01-10&to=2025-01-12", Month + "/report", Month + "/repairs", Month + "/rehearsal", Book + "/changes",
        ];
        foreach (var path in reads)
            await accountant.GetAsync(path);
        var run = (await accountant.GetAsync(Month + "/repairs"))[0].GetProperty("run").GetString();
        await accountant.GetAsync($"{Month}/repairs/{run}");
        await VouchersAsync(accountant, erp);
        await ArchivesAsync(accountant);
        await ProfilesAsync(accountant);
        await accountant.ActAsync(Month + "/print", Body("PostPrint"));
        await accountant.GetAsync(Month + "/prints");
        await FiledAsync(accountant);
        var backup = await accountant.ActAsync(Hotel + "/backup", Body("PostBackup"));
        await accountant.GetAsync($"{Hotel}/backups/{backup.GetProperty("id").GetString()}");
        return await AnswerCaller.DownloadAsync(backup);
    }

    private static async Task VouchersAsync(AnswerCaller accountant, AnswerCaller erp)
    {
        var voucher = (await accountant.GetAsync(Book + "/vouchers?p=2025-01")).GetProperty("vouchers")[0].GetProperty("id").GetString();
        await accountant.GetAsync($"{Book}/vouchers/{voucher}");
        await accountant.GetAsync($"{Book}/vouchers/{voucher}/versions");
        var acknowledged = await accountant.SendAsync(HttpMethod.Post, Book + "/acknowledgements", Body("PostAcknowledgements"));
        await accountant.GetAsync(Book + "/acknowledgements");
        await accountant.SendAsync(HttpMethod.Delete, $"{Book}/acknowledgements/{acknowledged.GetProperty("id").GetString()}", Body("DeleteAcknowledgement"));
        var upload = await erp.SendAsync(HttpMethod.Post, Book + "/uploads");
        await AnswerCaller.UploadAsync(upload, Encoding.UTF8.GetBytes(JsonNode.Parse(LiveBook.Voucher("N-1", "2025-02-10"))!.ToJsonString() + "\n{ \"lines\": [] }\n"), "application/x-ndjson");
        await erp.ActAsync($"{Book}/uploads/{upload.GetProperty("id").GetString()}/import", Body("PostImport"));
        await erp.GetAsync($"{Book}/uploads/{upload.GetProperty("id").GetString()}/rejected");
        var changes = await erp.GetAsync(Book + "/changes?limit=2");
        await erp.SendAsync(HttpMethod.Post, Book + "/changes/ack", Json($$"""{ "upTo": "{{changes.GetProperty("next").GetString()}}" }"""));
        var job = (await accountant.SendAsync(HttpMethod.Post, Month + "/check")).GetProperty("id").GetString();
        await accountant.GetAsync($"/api/jobs/{job}?wait=25");
        await accountant.SendAsync(HttpMethod.Delete, "/api/jobs/" + job);
    }

    private static async Task ArchivesAsync(AnswerCaller accountant)
    {
        var archives = (await accountant.GetAsync(Month + "/archives")).EnumerateArray().Select(archive => archive.GetProperty("id").GetString()).ToList();
        await accountant.GetAsync($"{Month}/archives/{archives[0]}");
        await accountant.GetAsync($"{Month}/archives/{archives[0]}/diff/{archives[1]}");
    }

    private static async Task ProfilesAsync(AnswerCaller accountant)
    {
        await ProfileAsync(accountant, Hotel + "/profiles", "PutCompanyProfile");
        await ProfileAsync(accountant, Hotel + "/reading-profiles", "PutReadingProfile");
        await accountant.SendAsync(HttpMethod.Post, Month + "/profiles/preview", Body("PostProfilePreview"));
        await accountant.SendAsync(HttpMethod.Post, Hotel + "/reading-profiles/preview?profile=edefter", Content(Encoding.UTF8.GetBytes(Table), "text/csv"));
    }

    private static async Task ProfileAsync(AnswerCaller accountant, string path, string operation)
    {
        await accountant.SendAsync(HttpMethod.Put, path + "/bizim", Body(operation));
        await accountant.GetAsync(path);
        await accountant.GetAsync(path + "/bizim");
    }

    // The month as the authority's own format has it, out of the archive of drafts.
    private static async Task FiledAsync(AnswerCaller accountant)
    {
        var draft = await accountant.ActAsync(Month + "/archives", Json($$"""{ "profile": "gib-draft", "by": "{{By}}" }"""));
        using var archive = new ZipArchive(new MemoryStream(await AnswerCaller.DownloadAsync(draft)));
        var (name, journal) = Journal(archive);
        await accountant.SendAsync(HttpMethod.Post, "/api/xml/check?name=" + name, Content(journal, "application/xml"));
        var changed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(journal).Replace("Dekont", "Dekontu", StringComparison.Ordinal));
        await accountant.SendAsync(HttpMethod.Post, $"{Month}/compare-filed?name={name}", Content(changed, "application/xml"));
        await accountant.SendAsync(HttpMethod.Post, Month + "/filed", Body("PostFiled"));
        await accountant.SendAsync(HttpMethod.Post, Month + "/filed/revoke", Body("PostFiledRevoke"));
    }

    private static (string Name, byte[] Content) Journal(ZipArchive archive)
    {
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            if (entry.Name.EndsWith(".zip", StringComparison.Ordinal))
            {
                content.Position = 0;
                using var inner = new ZipArchive(content);
                if (inner.Entries.Any(one => one.Name.Contains("-Y-", StringComparison.Ordinal)))
                    return Journal(inner);
            }
            else if (entry.Name.Contains("-Y-", StringComparison.Ordinal) && entry.Name.EndsWith(".xml", StringComparison.Ordinal))
            {
                return (entry.Name, content.ToArray());
            }
        }

        throw new InvalidDataException("There is no journal in the draft.");
    }
}
