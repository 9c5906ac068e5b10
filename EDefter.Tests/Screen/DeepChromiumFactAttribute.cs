using System.Runtime.CompilerServices;
using Xunit;
using Xunit.v3;

namespace EDefter.Tests.Screen;

/// <summary>A long test in a real browser: of the deep suite, and skipped, visibly, where there is no browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DeepChromiumFactAttribute : FactAttribute, ITraitAttribute
{
    public DeepChromiumFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Explicit = Environment.GetEnvironmentVariable("EDEFTER_DEEP") != "1";
        Skip = Chromium.Executable is null ? Chromium.Missing : null;
    }

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Suite", "Deep")];
}
