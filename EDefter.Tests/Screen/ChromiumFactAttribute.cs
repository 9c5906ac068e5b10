using System.Runtime.CompilerServices;
using Xunit;

namespace EDefter.Tests.Screen;

/// <summary>A test in a real browser: skipped, visibly, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) =>
        Skip = Chromium.Executable is null ? Chromium.Missing : null;
}
