using EDefter.LocalWorker.Functions;
using EDefter.LocalWorker.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace EDefter.LocalWorker.Http;

/// <summary>One endpoint per HTTP function, under the route prefix of host.json.</summary>
internal sealed class HttpFunctionEndpoints : EndpointDataSource
{
    public HttpFunctionEndpoints(IReadOnlyList<FunctionDescription> functions, HostJson host, HttpFunctionHandler handler) =>
        Endpoints = [.. functions.Where(function => function.Trigger is HttpTriggerAttribute).Select(function => Map(function, host.RoutePrefix, handler))];

    public override IReadOnlyList<Endpoint> Endpoints { get; }

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    private static Endpoint Map(FunctionDescription function, string prefix, HttpFunctionHandler handler)
    {
        var trigger = (HttpTriggerAttribute)function.Trigger;
        var route = $"{prefix}/{trigger.Route ?? function.Name}".Trim('/');
        var endpoint = new RouteEndpointBuilder(context => handler.HandleAsync(context, function), RoutePatternFactory.Parse(route), order: 0) { DisplayName = function.Name };
        endpoint.Metadata.Add(new FunctionMethods(trigger.Methods));
        return endpoint.Build();
    }
}
