using EDefter.LocalWorker.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Collects what an application is made of; <see cref="Build"/> finds its functions and puts Kestrel and the triggers around them.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly WebApplicationBuilder web;
    private readonly IHostApplicationBuilder host;
    private readonly LocalApplication application;

    internal FunctionsApplicationBuilder(string[] arguments)
    {
        web = LocalApplication.CreateWebBuilder();
        host = web;
        application = new LocalApplication(web, LocalArguments.Parse(arguments));
    }

    public IDictionary<object, object> Properties => host.Properties;

    public ConfigurationManager Configuration => web.Configuration;

    IConfigurationManager IHostApplicationBuilder.Configuration => web.Configuration;

    public IHostEnvironment Environment => web.Environment;

    public ILoggingBuilder Logging => web.Logging;

    public IMetricsBuilder Metrics => host.Metrics;

    public IServiceCollection Services => web.Services;

    internal LocalApplication Application => application;

    public IHost Build() => application.Build();

    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        host.ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        application.Pipeline.Add(middleware);
        return this;
    }

    internal void UseAspNetCore() => application.UseAspNetCore();
}
