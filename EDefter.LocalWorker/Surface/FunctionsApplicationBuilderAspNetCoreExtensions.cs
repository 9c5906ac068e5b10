namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>HTTP functions speak ASP.NET Core's types.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.UseAspNetCore();
        return builder;
    }
}
