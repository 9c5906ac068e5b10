using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Functions.Azure;
using EDefter.Functions.MonthEnds;
using EDefter.Functions.Telemetry;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Storage;
using EDefter.Tests.Live;
using EDefter.Tests.LocalWorker;
using EDefter.Tests.Secrecy;
using EDefter.Tests.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;

namespace EDefter.Tests.Telemetry;

/// <summary>
/// A small month from vouchers to archive, and a month end by a standing approval, in an application that three receivers listen to: one in memory, an OTLP receiver and one in the place of
/// Application Insights. When it stands still, tests read what they heard.
/// </summary>
public sealed class WatchedMonth : IAsyncLifetime
{
    // A name of its own: other applications of this process are not heard.
    private const string Source = "EDefter.WatchedMonth";
    private const string January = "2025-01";

    private readonly List<Activity> spans = [];
    private readonly List<MetricSnapshot> measures = [];
    private readonly List<string> keys = [];
    private TestReceiver? otlp;
    private TestReceiver? insights;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public IReadOnlyList<Activity> Spans => spans;

    /// <summary>Each instrument as it stood at the end.</summary>
    public IReadOnlyList<MetricSnapshot> Measures => [.. measures.GroupBy(measure => measure.Name, StringComparer.Ordinal).Select(told => told.Last())];

    /// <summary>What the answers said: reports of every check that ran.</summary>
    internal List<JsonElement> Reports { get; } = [];

    internal IEnumerable<ReceivedMessage> ToOtlp => otlp!.Messages;

    internal IEnumerable<ReceivedMessage> ToInsights => insights!.Messages;

    /// <summary>Kinds of jobs that the program knows.</summary>
    public IReadOnlySet<string> JobKinds { get; private set; } = new HashSet<string>();

    /// <summary>Who, whose and how much: nothing of it may be heard.</summary>
    internal Confidences Private { get; } = new();

    /// <summary>Trace context that the caller of the check and of the archive sent along.</summary>
    public ActivityContext Checked { get; } = Caller();

    /// <inheritdoc cref="Checked" />
    public ActivityContext Archived { get; } = Caller();

    public async ValueTask InitializeAsync()
    {
        await using var storage = await Azurite.StartAsync(Cancellation);
        await using var hooked = await TestReceiver.StartAsync();
        otlp = await TestReceiver.StartAsync();
        insights = await TestReceiver.StartAsync();
        insights.Answer = (http, _) => http.Response.WriteAsJsonAsync(new { itemsReceived = 1, itemsAccepted = 1, errors = Array.Empty<string>() });
        using (var host = await LiveApp.StartAsync(storage.ConnectionString, new TestClock(new DateTimeOffset(2025, 2, 5, 4, 0, 0, TimeSpan.Zero)), Listen))
        {
            JobKinds = host.Services.GetServices<IJobWork>().Select(work => work.Kind).ToHashSet(StringComparer.Ordinal);
            await LiveThroughAsync(host, hooked);
            await host.StopAsync(Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await otlp!.DisposeAsync();
        await insights!.DisposeAsync();
    }

    private static ActivityContext Caller() => new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);

    private void Listen(FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new Instruments(Source));
        // Days of one voucher are parts of their own.
        builder.Services.AddSingleton(new PartSize(1));
        builder.Configuration[SettingNames.OtlpEndpoint] = otlp!.Url;
        builder.Configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        builder.AddOtlp(Source);
        // The exporter's own measures would go to its maker; they are the first thing that it would send from here.
        Environment.SetEnvironmentVariable("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true");
        var connection = $"InstrumentationKey=11111111-1111-1111-1111-111111111111;IngestionEndpoint={insights!.Url}/";
        AzureTelemetry.Add(builder.Services, new AzureSettings(Account: null, IdentityClientId: null, "UseDevelopmentStorage=true", AdminKey: null, IsAdminKeyUnresolved: false, connection), Source);
        builder.Services.AddSignals(Source).WithTracing(tracing => tracing.AddInMemoryExporter(spans)).WithMetrics(metrics => metrics.AddInMemoryExporter(measures));
    }

    private async Task LiveThroughAsync(IHost host, TestReceiver hooked)
    {
        using var closed = await LiveBook.OpenAsync(host.GetLocalAddress(), company => company["autoClose"] = JsonNode.Parse("""{ "day": 5, "profile": "izibiz", "repairClasses": ["A"], "approvedBy": "Nurgül Özışık", "approvedOn": "2024-12-20" }"""));
        await closed.PostVouchersAsync($"[{LiveBook.Voucher("kapanan-1", "2025-01-10")}]");
        // As the timer would, in the morning.
        using (host.Services.GetRequiredService<Instruments>().Source.StartActivity(nameof(CloseMonths)))
            await host.Services.GetRequiredService<MonthEndDesk>().AskDueAsync(Cancellation);
        using var book = await LiveBook.OpenAsync(host.GetLocalAddress());
        await LiveBook.ReadAsync(await book.Accountant.PutAsJsonAsync($"/api/companies/{book.Company}/webhooks/alici", new { url = hooked.Url, events = (string[])["numbers-given", "archive-ready"] }, Cancellation), HttpStatusCode.Created);
        await WorkAsync(book);
        await AskForWhatNamesPeopleAsync(book);
        await Eventually.TrueAsync(() => Task.FromResult(hooked.Messages.Count == 2));
        await Eventually.TrueAsync(async () => (await closed.GetAsync(closed.Month(January))).GetProperty("state").GetString() == "archived");
        // Before and after the repairs, of which there are none.
        Reports.AddRange(Enumerable.Repeat(await closed.GetAsync(closed.Month(January, "/report")), 2));
        JsonNode others = JsonSerializer.SerializeToNode((string[])[book.Company, closed.Company, "kapanan-1", "fis-1", "fis-4", "4321.09", "432109", "Nurgül Özışık", "BANKALAR", "alici", hooked.Url, LiveApp.AdminKey, "Işıl Çağ", .. keys])!;
        Private.Add("company", LiveBook.PlainCompany()).Add("of the month", others);
    }

    private async Task WorkAsync(LiveBook book)
    {
        string[] vouchers = [.. Enumerable.Range(1, 4).Select(day => LiveBook.Voucher($"fis-{day}", $"2025-01-1{day}", "4321.09"))];
        var unbalanced = vouchers[3].Replace("\"credit\": 4321.09", "\"credit\": 4300.00", StringComparison.Ordinal);
        await book.PostVouchersAsync($"[{string.Join(',', vouchers[..3])},{unbalanced}]");
        Reports.Add(await WithinAsync(book, Checked, book.Month(January, "/check")));
        await book.RefusedActAsync(book.Month(January, "/numbers"), new { by = "Nurgül Özışık" }, HttpStatusCode.Conflict, "standing-errors");
        // Before it refused, it checked the month anew: "today" may have taken the errors away.
        Reports.Add(Reports[0]);
        await book.PostVouchersAsync($"[{string.Join(',', vouchers)}]");
        Reports.Add(await book.ActAsync(book.Month(January, "/check")));
        await book.ActAsync(book.Month(January, "/numbers"), new { by = "Nurgül Özışık" });
        await WithinAsync(book, Archived, book.Month(January, "/archives"), new { by = "Nurgül Özışık", profile = "izibiz" });
    }

    // Addresses with names, numbers and keys in them, and such as are refused.
    private async Task AskForWhatNamesPeopleAsync(LiveBook book)
    {
        var calendar = await book.IssueAsync("calendar");
        keys.Add(calendar);
        keys.Add(book.Erp.DefaultRequestHeaders.GetValues("X-Api-Key").Single());
        using var stranger = book.ClientFor(key: null);
        foreach (var (client, path) in ((HttpClient, string)[])[
            (book.Accountant, $"{book.BookPath}/vouchers/{Uri.EscapeDataString("4540536920 DENEME TİCARET A.Ş.")}"), (stranger, $"/api/companies/{book.Company}/deadlines.ics?key={calendar}"),
            (stranger, book.Month(January)), (book.Integrator, book.Month(January)), (book.Accountant, "/api/companies/baskasi/keys")])
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        }

        using var taken = await book.Accountant.DeleteAsync(new Uri($"{book.BookPath}/acknowledgements/yok?by={Uri.EscapeDataString("Işıl Çağ")}", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, taken.StatusCode);
    }

    private static async Task<JsonElement> WithinAsync(LiveBook book, ActivityContext caller, string path, object? body = null)
    {
        book.Accountant.DefaultRequestHeaders.Add("traceparent", $"00-{caller.TraceId}-{caller.SpanId}-01");
        try
        {
            return await book.ActAsync(path, body);
        }
        finally
        {
            book.Accountant.DefaultRequestHeaders.Remove("traceparent");
        }
    }
}
