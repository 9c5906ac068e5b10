using System.Runtime.CompilerServices;
using Xunit;
using Xunit.v3;

namespace EDefter.Tests;

/// <summary>
/// A test of the deep suite: more seeds, more kills, longer loops. Plain <c>dotnet test</c> leaves it out (it is "explicit"); with
/// <c>EDEFTER_DEEP=1</c> in the environment it runs like any other.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DeepFactAttribute : FactAttribute, ITraitAttribute
{
    public DeepFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) =>
        Explicit = Environment.GetEnvironmentVariable("EDEFTER_DEEP") != "1";

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Suite", "Deep")];
}
