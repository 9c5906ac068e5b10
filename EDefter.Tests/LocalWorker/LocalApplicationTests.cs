using System.Net;
using System.Net.Sockets;
using EDefter.LocalWorker.Functions;
using EDefter.LocalWorker.Hosting;
using EDefter.Tests.LocalWorker.Samples;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace EDefter.Tests.LocalWorker;

public sealed class LocalApplicationTests
{
    [Fact]
    public void It_refuses_to_start_on_Azure()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => LocalApplication.RefuseAzure("0123456789abcdef"));
        Assert.Contains("dotnet publish", refusal.Message, StringComparison.Ordinal);
        LocalApplication.RefuseAzure(instanceId: null);
    }

    [Fact]
    public void Http_functions_need_the_web_application()
    {
        var builder = FunctionsApplication.CreateBuilder([]).UseFunctionClasses(typeof(HttpFunctions));
        var refusal = Assert.Throws<InvalidOperationException>(builder.Build);
        Assert.Contains("ConfigureFunctionsWebApplication", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_does_not_start_with_functions_that_the_real_worker_would_refuse()
    {
        var builder = FunctionsApplication.CreateBuilder([]).ConfigureFunctionsWebApplication().UseFunctionClasses(typeof(BadFunctions.TwoTriggers));
        var refusal = Assert.Throws<InvalidFunctionsException>(builder.Build);
        Assert.Contains("exactly one trigger", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 7071)]
    [InlineData("--port 0", 0)]
    [InlineData("sample --port=8080 --out ./out", 8080)]
    public void The_port_is_an_argument_among_the_programs_own(string arguments, int port) =>
        Assert.Equal(port, LocalArguments.Parse(arguments.Split(' ')).Port);

    [Theory]
    [InlineData("--port")]
    [InlineData("--port x")]
    [InlineData("--port=65536")]
    public void A_port_that_is_none_is_refused(string arguments) => Assert.Throws<LocalStartException>(() => LocalArguments.Parse(arguments.Split(' ')));

    [Fact]
    public void Storage_is_local_unless_a_setting_says_otherwise()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        Assert.Equal("UseDevelopmentStorage=true", builder.Configuration["AzureWebJobsStorage"]);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("AzureWebJobsStorage", "other")]);
        Assert.Equal("other", builder.Configuration["AzureWebJobsStorage"]);
    }

    [Fact]
    public void Host_json_of_the_repository_says_what_Azure_would_do_unasked_and_polls_sooner()
    {
        var written = HostJson.Read(LocalSettings.FindFile(HostJson.FileName));
        Assert.Equal(HostJson.Read(path: null) with { RoutePrefix = string.Empty, MaxPollingInterval = TimeSpan.FromSeconds(2) }, written);
        Assert.Equal((string.Empty, 16, 5, true), (written.RoutePrefix, written.BatchSize, written.MaxDequeueCount, written.IsBase64));
    }

    [Theory]
    [InlineData("""{"extensions":{"http":{"routePrefix":""}}}""", "")]
    [InlineData("""{"extensions":{"http":{"routePrefix":"defter/v1/"}}}""", "defter/v1")]
    [InlineData("""{"version":"2.0"}""", "api")]
    public void The_route_prefix_comes_from_host_json(string content, string prefix) => Assert.Equal(prefix, Read(content).RoutePrefix);

    [Theory]
    [InlineData("""{"extensions":{"queues":{"batchSize":33}}}""")]
    [InlineData("""{"extensions":{"queues":{"maxDequeueCount":0}}}""")]
    [InlineData("""{"extensions":{"queues":{"visibilityTimeout":"soon"}}}""")]
    [InlineData("""{"extensions":{"queues":{"messageEncoding":"utf8"}}}""")]
    public void A_host_json_with_nonsense_is_refused(string content) => Assert.Throws<InvalidDataException>(() => Read(content));

    [Theory]
    [InlineData("{ \"Values\": {\n bozuk")]
    [InlineData("[]")]
    public void A_settings_file_that_is_broken_is_told_by_its_name(string content)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, content);
            var refusal = Assert.Throws<LocalStartException>(() => JsonFile.Read(path));
            Assert.StartsWith(path + " okunamadı: ", refusal.Message, StringComparison.Ordinal);
            Assert.Equal(refusal.Message, refusal.ToString());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_with_the_way_out()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;
        var refusal = await Assert.ThrowsAsync<LocalStartException>(() => new PortService(new LocalArguments(port, [])).StartAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith($"{port} portu kullanılamıyor", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--port 0", refusal.Message, StringComparison.Ordinal);
    }

    private static HostJson Read(string content)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, content);
            return HostJson.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
