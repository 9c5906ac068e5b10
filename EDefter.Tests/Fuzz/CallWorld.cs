using System.Reflection;
using System.Text;
using System.Text.Json;
using EDefter.Core.Reading;
using EDefter.Core.Workflow.Access;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Tests.Invariants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace EDefter.Tests.Fuzz;

/// <summary>A company with a numbered January and an open February, and calls to it without a network.</summary>
internal sealed class CallWorld
{
    public const string Company = Office.Firm;

    private static readonly IServiceProvider Answering = new ServiceCollection().AddLogging().AddMvcCore().Services.BuildServiceProvider();
    private static readonly string[] Headers = ["Idempotency-Key", "If-Match", "Accept", "Content-Type", "Content-Encoding", "Accept-Encoding"];

    private Ground ground = new();
    private Instance process = new Ground().Start();

    /// <summary>A voucher as an ERP sends it.</summary>
    public static string Voucher { get; } = Encoding.UTF8.GetString(VoucherJsonWriter.ToBytes(CleanVouchers.Of("c", new DateOnly(2025, 2, 5), 3m)));

    public void Renew() => Task.Run(async () =>
    {
        ground = new Ground();
        process = ground.Start();
        var office = await new Office(process).OpenAsync();
        await office.PostAsync(CleanVouchers.Of("a", new DateOnly(2025, 1, 3), 1m), CleanVouchers.Of("b", new DateOnly(2025, 2, 4), 2m), CleanVouchers.Faulty(CleanVouchers.Of("d", new DateOnly(2025, 2, 6), 4m)));
        await office.NumberAsync("2025-01");
    }).GetAwaiter().GetResult();

    /// <returns>Whether it was answered; false: refused.</returns>
    public bool Call(MethodInfo function, byte[] call)
    {
        var (said, body) = Parse(call);
        var http = RequestOf(said, body);
        var access = function.GetCustomAttribute<AccessAttribute>();
        var role = access is null || access.Roles.Contains(Role.Accountant) ? Role.Accountant : access.Roles[0];
        http.Items[typeof(Recognised)] = new Recognised(new Caller("key-1", role, role == Role.Admin ? null : Company));
        // The gate and the limits stand before every function.
        if ((role != Role.Admin && said.GetValueOrDefault("co", Company) != Company) || http.Request.HasUnreadableIfMatch())
            return false;
        var target = ActivatorUtilities.CreateInstance(process.Services, function.DeclaringType!);
        var arguments = function.GetParameters().Select(parameter => Argument(parameter, http, said)).ToArray();
        Task.Run(async () =>
        {
            var result = function.Invoke(target, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            var answer = result is Task<IActionResult> waiting ? await waiting : (IActionResult)result!;
            await answer.ExecuteResultAsync(new ActionContext(http, new Microsoft.AspNetCore.Routing.RouteData(), new Microsoft.AspNetCore.Mvc.Abstractions.ActionDescriptor()));
            await RunJobsAsync();
        }).GetAwaiter().GetResult();
        return Judge(http.Response);
    }

    // A fault of a job is a finding, not a reason to deliver it again.
    private async Task RunJobsAsync()
    {
        while (ground.Queues.Next() is { } message)
        {
            ground.Queues.Delete(message, Fuse.None);
            await Delivery.RunAsync(process.Services, message.Queue, message.Body, (queue, text) =>
            {
                ground.Queues.Send(queue, text, Fuse.None);
                return Task.CompletedTask;
            });
        }
    }

    private static bool Judge(HttpResponse response)
    {
        var body = ((MemoryStream)response.Body).ToArray();
        Assert.InRange(response.StatusCode, 200, 499);
        Assert.All(response.Headers, header => Assert.DoesNotContain(header.Value.ToString(), character => character is '\r' or '\n' or '\0'));
        if (response.ContentType?.Contains("json; ", StringComparison.Ordinal) == true && response.ContentType?.Contains("ndjson", StringComparison.Ordinal) == false && body.Length > 0)
        {
            using var json = JsonDocument.Parse(body);
            if (response.StatusCode >= 400)
                Assert.Matches("[.!]$", json.RootElement.GetProperty("detail").GetString());
        }
        else
        {
            Assert.True(response.StatusCode is < 400 or 404, $"{response.StatusCode} without a reason");
        }

        return response.StatusCode < 400;
    }

    private static object? Argument(ParameterInfo parameter, HttpContext http, Dictionary<string, string> said) => parameter.ParameterType switch
    {
        var type when type == typeof(HttpRequest) => http.Request,
        var type when type == typeof(CancellationToken) => CancellationToken.None,
        // Routing takes no empty part of a path.
        _ => said.GetValueOrDefault(parameter.Name!) is { Length: > 0 } value ? value : "x",
    };

    private static DefaultHttpContext RequestOf(Dictionary<string, string> said, byte[] body)
    {
        var http = new DefaultHttpContext { RequestServices = Answering };
        http.Response.Body = new MemoryStream();
        http.Request.Body = new MemoryStream(body);
        http.Request.ContentLength = body.Length;
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("127.0.0.1");
        http.Request.Query = new QueryCollection(said.Where(one => one.Key.StartsWith('?') && one.Key != "?wait").ToDictionary(one => one.Key[1..], one => new StringValues(one.Value), StringComparer.OrdinalIgnoreCase));
        foreach (var name in Headers)
        {
            // The server takes printable characters only.
            if (said.GetValueOrDefault("!" + name) is { } value && value.All(character => character is >= ' ' and <= '~'))
                http.Request.Headers[name] = value;
        }

        return http;
    }

    private static (Dictionary<string, string> Said, byte[] Body) Parse(byte[] call)
    {
        var end = call.AsSpan().IndexOf("\n\n"u8);
        var head = Encoding.UTF8.GetString(call, 0, end < 0 ? call.Length : end);
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in head.Split('\n'))
        {
            if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && !said.Keys.Contains(line[..at], StringComparer.OrdinalIgnoreCase))
                said[line[..at]] = line[(at + 1)..];
        }

        return (said, end < 0 ? [] : call[(end + 2)..]);
    }
}
