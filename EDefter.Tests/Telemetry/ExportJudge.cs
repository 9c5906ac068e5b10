using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using EDefter.Core.Rules;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Companies;
using EDefter.Tests.Live;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Tests.Telemetry;

/// <summary>Holds what is exported to a list of what may be: names of attributes, and for each of them the words or the shape of its value. What is not listed is a fault.</summary>
internal sealed partial class ExportJudge
{
    private readonly Dictionary<string, Func<object, bool>> allowed;
    private readonly HashSet<string> spans;

    /// <param name="jobKinds">Kinds of jobs.</param>
    public ExportJudge(IReadOnlySet<string> jobKinds)
    {
        spans = [.. Functions().Select(function => function.Name), .. jobKinds.Select(kind => "job " + kind), .. HookEvents.All.Select(type => "webhook " + type)];
        allowed = new Dictionary<string, Func<object, bool>>(StringComparer.Ordinal)
        {
            ["http.request.method"] = Words("GET", "POST", "PUT", "DELETE"),
            ["http.route"] = Words([.. AccessRoute.Expected.Select(route => route.Route[0] == '/' ? route.Route : "/api/" + route.Route)]),
            ["http.response.status_code"] = value => value is >= 200 and < 600,
            ["error.type"] = Shape(FaultType()),
            ["faas.trigger"] = Words("http", "pubsub", "timer"),
            ["edefter.role"] = Words("erp", "accountant", "integrator", "admin", "calendar"),
            ["edefter.refusal.type"] = Shape(RefusalType()),
            ["edefter.queue.name"] = Words([.. Functions().Select(function => function.Queue).OfType<string>()]),
            ["edefter.job.kind"] = Words([.. jobKinds]),
            ["edefter.job.lane"] = Words("prompt", "heavy", "background"),
            ["edefter.job.attempt"] = value => value is >= 1 and < 100,
            ["edefter.job.outcome"] = Words("succeeded", "refused", "cancelled", "goes-on", "superseded", "fault", "interrupted", "given-up"),
            ["edefter.rule"] = value => value is string code && RuleBook.Standard.Find(code) is not null,
            ["edefter.severity"] = Words("error", "warning", "info"),
            ["edefter.commit"] = Words("vouchers", "deletion", "repair", "undo"),
            ["edefter.voucher.result"] = Words("stored", "unchanged", "rejected"),
            ["edefter.webhook.outcome"] = Words("accepted", "refused", "timed-out", "unreachable", "not-secure", "address-not-allowed", "secret-lost", "interrupted"),
            ["edefter.month_end.outcome"] = Words("done", "stopped"),
        };
    }

    public IEnumerable<string> FaultsOf(Activity span)
    {
        if (!spans.Contains(span.DisplayName))
            yield return $"span {span.DisplayName}";
        foreach (var fault in FaultsOf(span.DisplayName, span.TagObjects))
            yield return fault;
        // None of them is used; a text in one of them would be somebody's.
        foreach (var (what, text) in ((string, string?)[])[("status", span.StatusDescription), ("state", span.TraceStateString), ("baggage", span.Baggage.Select(item => item.Key).FirstOrDefault()), ("event", span.Events.Select(told => told.Name).FirstOrDefault())])
        {
            if (text is not null)
                yield return $"{span.DisplayName} {what} {text}";
        }

        foreach (var link in span.Links.Where(link => link.Tags is not null && link.Tags.Any()))
            yield return $"{span.DisplayName} link {link.Tags!.First().Key}";
    }

    public IEnumerable<string> FaultsOf(string where, IEnumerable<KeyValuePair<string, object?>> attributes) =>
        from attribute in attributes
        where attribute.Value is not null && !(allowed.TryGetValue(attribute.Key, out var isAllowed) && isAllowed(attribute.Value))
        select string.Create(CultureInfo.InvariantCulture, $"{where} {attribute.Key}={attribute.Value}");

    private static IEnumerable<(string Name, string? Queue)> Functions() =>
        from method in typeof(PutCompany).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods())
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select (function.Name, method.GetParameters().Select(parameter => parameter.GetCustomAttribute<QueueTriggerAttribute>()?.QueueName).FirstOrDefault(queue => queue is not null));

    private static Func<object, bool> Words(params string[] words) => value => value is string text && words.Contains(text, StringComparer.Ordinal);

    private static Func<object, bool> Shape(Regex shape) => value => value is string text && shape.IsMatch(text);

    [GeneratedRegex("^[A-Z][A-Za-z]+Exception$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FaultType();

    // Letters and hyphens: an id of a company or of a person has a digit or a space in these tests.
    [GeneratedRegex("^[a-z]+(-[a-z]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RefusalType();
}
