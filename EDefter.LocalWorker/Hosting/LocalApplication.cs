using System.Reflection;
using EDefter.LocalWorker.Functions;
using EDefter.LocalWorker.Http;
using EDefter.LocalWorker.Outputs;
using EDefter.LocalWorker.Queues;
using EDefter.LocalWorker.Storage;
using EDefter.LocalWorker.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EDefter.LocalWorker.Hosting;

/// <summary>Puts the application together: settings, storage, functions, Kestrel, triggers.</summary>
internal sealed class LocalApplication
{
    private readonly WebApplicationBuilder web;
    private readonly LocalArguments arguments;
    private bool hasAspNetCore;

    public LocalApplication(WebApplicationBuilder web, LocalArguments arguments)
    {
        this.web = web;
        this.arguments = arguments;
        LocalSettings.AddTo(web.Configuration);
        web.Logging.AddConfiguration(web.Configuration.GetSection("Logging"));
        web.Logging.AddSimpleConsole(console => console.SingleLine = true);
        web.Services.AddSingleton(arguments);
        web.Services.AddHostedService<PortService>();
        // Before all others that work: started before anything that may touch storage, stopped after it.
        web.Services.AddHostedService<StorageService>();
    }

    public List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> Pipeline { get; } = [];

    /// <summary>Where functions are looked for; null = the entry assembly, or the assemblies named on the command line.</summary>
    public IReadOnlyList<Type>? FunctionTypes { get; set; }

    public static WebApplicationBuilder CreateWebBuilder()
    {
        RefuseAzure(Environment.GetEnvironmentVariable("WEBSITE_INSTANCE_ID"));
        var environment = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") ?? Environments.Development;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseKestrel(kestrel => kestrel.AddServerHeader = false);
        // A scoped service taken by a singleton, or a missing one, is told at start instead of by the first request.
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = provider.ValidateOnBuild = true);
        return builder;
    }

    /// <param name="instanceId">Azure names every instance it runs.</param>
    /// <exception cref="InvalidOperationException">On Azure: there the published application, with the real worker, has to run.</exception>
    public static void RefuseAzure(string? instanceId)
    {
        if (instanceId is not null)
            throw new InvalidOperationException("EDefter.LocalWorker is a stand-in for development and must not run on Azure: deploy the output of 'dotnet publish', which contains the real Functions worker");
    }

    public void UseAspNetCore()
    {
        hasAspNetCore = true;
        web.Services.AddMvcCore();
        web.Services.AddHttpContextAccessor();
    }

    public IHost Build()
    {
        var functions = FunctionDiscovery.Find(FunctionTypes ?? FindFunctionTypes());
        if (!hasAspNetCore && functions.Any(function => function.Trigger is HttpTriggerAttribute))
            throw new InvalidOperationException("There are HTTP functions: call ConfigureFunctionsWebApplication() on the builder");
        AddServices(functions);
        var application = web.Build();
        application.Urls.Clear();
        application.Urls.Add($"http://127.0.0.1:{arguments.Port}");
        application.Use(RequestLimit.ApplyAsync);
        ((IEndpointRouteBuilder)application).DataSources.Add(application.Services.GetRequiredService<HttpFunctionEndpoints>());
        return application;
    }

    private void AddServices(IReadOnlyList<FunctionDescription> functions)
    {
        var services = web.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(functions);
        services.TryAddSingleton(HostJson.Read(LocalSettings.FindFile(HostJson.FileName)));
        services.AddSingleton(new InvocationPipeline(Pipeline));
        services.AddSingleton<InvocationStop>();
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton<StorageConnections>();
        services.AddSingleton<SettingExpressions>();
        services.AddSingleton<OutputWriter>();
        services.AddSingleton<QueueActivity>();
        services.AddSingleton<HttpFunctionEndpoints>();
        services.AddSingleton<HttpFunctionHandler>();
        services.AddRouting();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, MethodMatcherPolicy>());
        services.AddHostedService<QueueService>();
        services.AddHostedService<TimerService>();
        services.AddOptions<HostOptions>().Configure<IOptions<LocalWorkerOptions>>(
            (host, options) => host.ShutdownTimeout = options.Value.StopPatience + TimeSpan.FromSeconds(15));
    }

    private IReadOnlyList<Type> FindFunctionTypes()
    {
        var assemblies = arguments.FunctionAssemblies.Count > 0
            ? arguments.FunctionAssemblies.Select(name => Assembly.Load(new AssemblyName(name)))
            : [Assembly.GetEntryAssembly() ?? throw new InvalidOperationException("There is no entry assembly: name the functions' assembly by --function-assembly")];
        return [.. assemblies.SelectMany(assembly => assembly.GetTypes())];
    }
}
