using EDefter.Functions.Local;
using EDefter.LocalWorker.Hosting;
using EDefter.Tests.Live;
using Microsoft.Extensions.Hosting;
using Xunit;
using static EDefter.Tests.OpenApi.AnswerBodies;

namespace EDefter.Tests.OpenApi;

/// <summary>Asks for everything that the program answers, so that the answers can be shown as examples: the sample hotel's January, a shop, and at last what is refused.</summary>
/// <param name="host">Where the hotel is; its clock is the real one.</param>
/// <param name="elsewhere">An empty installation: where the hotel is restored to, and then the shop is.</param>
/// <param name="clock">The clock of the latter.</param>
/// <param name="answers">Where answers are kept.</param>
internal sealed class AnswerJourney(IHost host, IHost elsewhere, TestClock clock, RecordedAnswers answers)
{
    public async Task RunAsync()
    {
        using var admin = new AnswerCaller(host.GetLocalAddress(), LiveApp.AdminKey, answers);
        using var nobody = new AnswerCaller(host.GetLocalAddress(), key: null, answers);
        await RunSampleAsync();
        await ReadInstallationAsync(admin);
        var backup = await new HotelAnswers(admin).RunAsync();
        using var others = new AnswerCaller(elsewhere.GetLocalAddress(), LiveApp.AdminKey, answers);
        await RestoreAsync(others, backup);
        // Links are judged by the storage's own clock, month ends by the program's: the shop's people need no links.
        clock.MoveTo(new DateTimeOffset(2025, 3, 5, 6, 0, 0, TimeSpan.Zero));
        await new ShopAnswers(others, elsewhere, clock).RunAsync();
        await new RefusalAnswers(admin, nobody, answers).RunAsync();
    }

    private async Task RunSampleAsync()
    {
        var folder = Directory.CreateTempSubdirectory("edefter-answers-");
        using var client = new HttpClient(new AnswerRecorder(answers)) { BaseAddress = host.GetLocalAddress() };
        Assert.Equal(0, await new SampleRun(client, LiveApp.AdminKey, folder.FullName, TextWriter.Null).RunAsync(TestContext.Current.CancellationToken));
        folder.Delete(recursive: true);
    }

    private static async Task ReadInstallationAsync(AnswerCaller admin)
    {
        string[] paths =
        [
            "/api/health", "/api/health/live", "/api/session", "/api/rules", "/api/profiles", HotelAnswers.Hotel, HotelAnswers.Hotel + "/keys", HotelAnswers.Hotel + "/audit", HotelAnswers.Hotel + "/audit/head",
            HotelAnswers.Hotel + "/audit/verify", "/api/audit", "/api/audit/head", "/api/audit/verify",
        ];
        foreach (var path in paths)
            await admin.GetAsync(path);
        var issued = await admin.SendAsync(HttpMethod.Post, HotelAnswers.Hotel + "/keys", Body("PostKeys"));
        await admin.SendAsync(HttpMethod.Post, $"{HotelAnswers.Hotel}/keys/{issued.GetProperty("id").GetString()}/rotate", Body("PostKeyRotate"));
        await admin.SendAsync(HttpMethod.Put, "/api/rates/2025-01-15", Body("PutRates"));
        await admin.GetAsync("/api/rates/2025-01-15");
    }

    private static async Task RestoreAsync(AnswerCaller admin, byte[] backup)
    {
        var upload = await admin.SendAsync(HttpMethod.Post, HotelAnswers.Hotel + "/restore");
        await AnswerCaller.UploadAsync(upload, backup, "application/zip");
        await admin.ActAsync($"{HotelAnswers.Hotel}/restore/{upload.GetProperty("id").GetString()}", Body("PostRestore"));
    }
}
