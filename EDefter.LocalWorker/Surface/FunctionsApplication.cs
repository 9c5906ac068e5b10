namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a program starts.</summary>
public class FunctionsApplication
{
    /// <summary>A builder with settings, logging and storage in place. Reads <c>--port N</c> (0: any free one) and <c>--function-assembly NAME</c> from the arguments.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
