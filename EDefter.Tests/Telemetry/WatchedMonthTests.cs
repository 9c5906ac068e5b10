using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using EDefter.Tests.Webhooks;
using OpenTelemetry.Metrics;
using Xunit;

namespace EDefter.Tests.Telemetry;

/// <summary>What is heard of a month's work: whose request led to what, the same figures as the reports, and nothing of anybody.</summary>
public sealed class WatchedMonthTests(WatchedMonth month) : IClassFixture<WatchedMonth>
{
    [Fact]
    public void A_check_and_its_parts_are_children_of_the_request_that_asked_for_it()
    {
        var request = Request("PostCheck", month.Checked);
        Assert.Equal(("/api/companies/{co}/{br}/periods/{p}/check", 200, "accountant"), (Tag(request, "http.route"), Tag(request, "http.response.status_code"), Tag(request, "edefter.role")));
        var deliveries = JobsOf(request, "check");
        Assert.Equal(["goes-on", "succeeded"], deliveries.Select(delivery => Tag(delivery, "edefter.job.outcome")));
        Assert.Equal([1, 2], deliveries.Select(delivery => Tag(delivery, "edefter.job.attempt")));
        Assert.All(deliveries, delivery => Assert.Equal("RunJob", LinkedTo(delivery).DisplayName));
        // Four days of one voucher each.
        var parts = JobsOf(request, "check-part");
        Assert.Equal(4, parts.Count);
        Assert.All(parts, part => Assert.Equal(("heavy", "succeeded", "RunHeavyJob"), (Tag(part, "edefter.job.lane"), Tag(part, "edefter.job.outcome"), LinkedTo(part).DisplayName)));
    }

    [Fact]
    public void An_archive_keeps_its_trace_through_three_queues()
    {
        var deliveries = JobsOf(Request("PostArchives", month.Archived), "archive");
        Assert.Equal(["RunJob", "WriteArchive", "FinaliseArchive"], deliveries.Select(delivery => LinkedTo(delivery).DisplayName));
        Assert.Equal(["goes-on", "goes-on", "succeeded"], deliveries.Select(delivery => Tag(delivery, "edefter.job.outcome")));
    }

    [Fact]
    public void A_month_end_is_a_child_of_the_timer_that_asked_for_it()
    {
        var end = Assert.Single(month.Spans, span => span.DisplayName == "job month-end");
        var timer = Assert.Single(month.Spans, span => span.DisplayName == "CloseMonths" && span.TraceId == end.TraceId);
        Assert.Equal((timer.SpanId, "background"), (end.ParentSpanId, Tag(end, "edefter.job.lane")));
    }

    [Fact]
    public void A_webhook_is_told_within_the_trace_of_the_act_that_caused_the_event()
    {
        // Numbers are found in a commit of the trail, which keeps the delivery of the job that made it.
        var numbered = Assert.Single(month.Spans, span => span.DisplayName == "job number" && Equals(Tag(span, "edefter.job.outcome"), "succeeded"));
        // An archive is a note, which keeps the request that asked for it.
        var archived = Request("PostArchives", month.Archived);
        foreach (var (name, act) in ((string, Activity)[])[("webhook numbers-given", numbered), ("webhook archive-ready", archived)])
        {
            var telling = Assert.Single(month.Spans, span => span.DisplayName == name);
            Assert.Equal((act.TraceId, act.SpanId, "accepted", "TellWebhooks"), (telling.TraceId, telling.ParentSpanId, Tag(telling, "edefter.webhook.outcome"), LinkedTo(telling).DisplayName));
        }
    }

    [Fact]
    public void The_counts_are_those_of_the_reports()
    {
        Assert.Equal(5, month.Reports.Count);
        Assert.Equal(Sum("vouchers"), Count("edefter.check.vouchers"));
        Assert.Equal(Sum("lines"), Count("edefter.check.lines"));
        foreach (var severity in (string[])["error", "warning", "info"])
            Assert.Equal(month.Reports.Sum(report => report.GetProperty("counts").GetProperty(severity).GetInt64()), Count("edefter.check.findings", ("edefter.severity", severity)));
        var rules = month.Reports.SelectMany(report => report.GetProperty("coverage").EnumerateArray()).GroupBy(covered => covered.GetProperty("rule").GetString()!, covered => covered.GetProperty("findings").GetInt64(), StringComparer.Ordinal);
        Assert.All(rules, rule => Assert.Equal(rule.Sum(), Count("edefter.check.findings", ("edefter.rule", rule.Key))));
        Assert.True(Count("edefter.check.findings", ("edefter.rule", "FIS001")) > 0);

        Assert.Equal((6, 3, 0), (Vouchers("stored"), Vouchers("unchanged"), Vouchers("rejected")));
        Assert.Equal((1, 1), (Count("edefter.refusals", ("edefter.refusal.type", "standing-errors")), Count("edefter.refusals", ("edefter.refusal.type", "unauthenticated"))));
        Assert.Equal((2, 0), (Count("edefter.webhook.tries", ("edefter.webhook.outcome", "accepted")), Count("edefter.webhook.tries", ("edefter.webhook.outcome", "refused"))));
        Assert.Equal((1, 0), (Count("edefter.month_ends", ("edefter.month_end.outcome", "done")), Count("edefter.month_ends", ("edefter.month_end.outcome", "stopped"))));

        long Sum(string total) => month.Reports.Sum(report => report.GetProperty("totals").GetProperty(total).GetInt64());
        long Vouchers(string result) => Count("edefter.vouchers", ("edefter.commit", "vouchers"), ("edefter.voucher.result", result));
    }

    [Fact]
    public void Jobs_requests_and_messages_are_timed_once_each()
    {
        Assert.Equal(2, Times("edefter.job.duration", ("edefter.job.kind", "check"), ("edefter.job.outcome", "succeeded")));
        Assert.Equal((1, 1), (Times("edefter.job.duration", ("edefter.job.kind", "number"), ("edefter.job.outcome", "refused")), Times("edefter.job.duration", ("edefter.job.kind", "number"), ("edefter.job.outcome", "succeeded"))));
        Assert.Equal(1, Times("edefter.job.duration", ("edefter.job.kind", "archive")));
        Assert.Equal(1, Times("edefter.job.wait", ("edefter.job.lane", "background")));
        Assert.Equal(1, Times("edefter.queue.age", ("edefter.queue.name", "archive-finalise")));
        Assert.Equal(3, Times("http.server.request.duration", ("http.route", "/api/companies/{co}/{br}/vouchers"), ("http.response.status_code", 200)));
        Assert.Equal(1, Times("http.server.request.duration", ("http.route", "/api/companies/{co}/{br}/periods/{p}/numbers"), ("http.response.status_code", 409)));
    }

    [Fact]
    public void Nothing_is_exported_that_is_not_listed()
    {
        var judge = new ExportJudge(month.JobKinds);
        Assert.Empty(month.Spans.SelectMany(judge.FaultsOf));
        Assert.NotEmpty(month.Spans);
        Assert.Empty(month.Measures.SelectMany(measure => PointsOf(measure).SelectMany(point => judge.FaultsOf(measure.Name, TagsOf(point)))));
    }

    [Fact]
    public void Nobody_is_named_in_what_leaves_the_process()
    {
        foreach (var (receiver, bodies) in (ReadOnlySpan<(string, List<string>)>)[("otlp", [.. month.ToOtlp.Select(OtlpOf)]), ("insights", [.. month.ToInsights.SelectMany(InsightsOf)])])
        {
            // It was sent, and can be read here.
            Assert.All((string[])["PostCheck", "job month-end", "/api/companies/{co}/{br}/periods/{p}/check", "edefter.check.findings", "FIS001"], word => Assert.Contains(bodies, body => body.Contains(word, StringComparison.Ordinal)));
            Assert.Empty(bodies.SelectMany(month.Private.FindIn));
            Assert.True(month.Private.Count > 20, receiver);
        }
    }

    [Fact]
    public void A_leak_is_noticed()
    {
        var judge = new ExportJudge(month.JobKinds);
        Assert.Empty(FaultsOf(new KeyValuePair<string, object?>("http.route", "/api/jobs/{id}")));
        Assert.All(
            (KeyValuePair<string, object?>[])[new("url.path", "/api/jobs/{id}"), new("http.route", "/api/companies/ornek-otel"), new("edefter.refusal.type", "ornek-otel-1"), new("edefter.rule", "4540536920"), new("error.type", "Boom: Ayşe Yılmaz"), new("company", "ornek")],
            leak => Assert.Single(FaultsOf(leak)));
        using var span = new Activity("GetJob of 4540536920").SetStatus(ActivityStatusCode.Error, "Ayşe Yılmaz");
        Assert.Equal(2, judge.FaultsOf(span).Count());

        IEnumerable<string> FaultsOf(KeyValuePair<string, object?> attribute) => judge.FaultsOf("GetJob", [attribute]);
    }

    private Activity Request(string name, ActivityContext caller)
    {
        var request = Assert.Single(month.Spans, span => span.DisplayName == name && span.TraceId == caller.TraceId);
        Assert.Equal(caller.SpanId, request.ParentSpanId);
        return request;
    }

    private List<Activity> JobsOf(Activity request, string kind) =>
        [.. month.Spans.Where(span => span.DisplayName == "job " + kind && span.TraceId == request.TraceId && span.ParentSpanId == request.SpanId).OrderBy(span => span.StartTimeUtc)];

    private Activity LinkedTo(Activity span)
    {
        var link = Assert.Single(span.Links).Context;
        return Assert.Single(month.Spans, other => other.SpanId == link.SpanId && other.TraceId == link.TraceId);
    }

    private static object? Tag(Activity span, string name) => span.GetTagItem(name);

    private long Count(string name, params (string Name, object Value)[] tags) => PointsOf(name, tags).Sum(point => point.GetSumLong());

    private long Times(string name, params (string Name, object Value)[] tags) => PointsOf(name, tags).Sum(point => point.GetHistogramCount());

    private IEnumerable<MetricPoint> PointsOf(string name, (string Name, object Value)[] tags) =>
        month.Measures.Where(measure => measure.Name == name).SelectMany(PointsOf).Where(point => tags.All(wanted => TagsOf(point).Any(tag => tag.Key == wanted.Name && Equals(tag.Value, wanted.Value))));

    private static IReadOnlyList<MetricPoint> PointsOf(MetricSnapshot measure) => measure.MetricPoints;

    private static List<KeyValuePair<string, object?>> TagsOf(MetricPoint point)
    {
        var tags = new List<KeyValuePair<string, object?>>();
        foreach (var tag in point.Tags)
            tags.Add(tag);
        return tags;
    }

    // Texts of a protobuf message stand in it as they are.
    private static string OtlpOf(ReceivedMessage message) => Encoding.UTF8.GetString(Unpacked(message));

    private static IEnumerable<string> InsightsOf(ReceivedMessage message)
    {
        foreach (var line in Encoding.UTF8.GetString(Unpacked(message)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            yield return string.Join('\n', TextsOf(JsonSerializer.Deserialize<JsonElement>(line)));
    }

    private static IEnumerable<string> TextsOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => TextsOf(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(TextsOf),
        JsonValueKind.Null => [],
        _ => [json.ToString()],
    };

    private static byte[] Unpacked(ReceivedMessage message)
    {
        if (!message.Headers.TryGetValue("Content-Encoding", out var packed) || packed != "gzip")
            return message.Body;
        using var whole = new MemoryStream();
        using var zip = new GZipStream(new MemoryStream(message.Body), CompressionMode.Decompress);
        zip.CopyTo(whole);
        return whole.ToArray();
    }
}
