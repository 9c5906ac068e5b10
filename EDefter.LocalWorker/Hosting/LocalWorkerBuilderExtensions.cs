using System.Reflection;
using Microsoft.Azure.Functions.Worker.Builder;

namespace EDefter.LocalWorker.Hosting;

/// <summary>What tests need and the real worker does not have.</summary>
public static class LocalWorkerBuilderExtensions
{
    /// <summary>Runs the functions of these assemblies instead of the entry assembly's.</summary>
    public static FunctionsApplicationBuilder UseFunctionAssemblies(this FunctionsApplicationBuilder builder, params Assembly[] assemblies)
    {
        builder.Application.FunctionTypes = [.. assemblies.SelectMany(assembly => assembly.GetExportedTypes())];
        return builder;
    }

    /// <summary>Runs the functions of these classes only.</summary>
    public static FunctionsApplicationBuilder UseFunctionClasses(this FunctionsApplicationBuilder builder, params Type[] types)
    {
        builder.Application.FunctionTypes = [.. types];
        return builder;
    }
}
