using System.Text.Json;

namespace EDefter.Functions.Local;

/// <summary>The sample met a refusal that it did not expect; its text is the problem's.</summary>
internal sealed class SampleRefusedException(string message) : Exception(message)
{
    public static SampleRefusedException Of(JsonElement problem) => new($"{problem.GetProperty("title").GetString()}: {problem.GetProperty("detail").GetString()}");
}
