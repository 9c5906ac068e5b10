using System.Text.Json;

namespace EDefter.LocalWorker.Functions;

/// <summary>The real worker's serializer as it is set up unless a program changes it: names as in the class, read without regard to case.</summary>
internal static class WorkerJson
{
    public static JsonSerializerOptions Options { get; } = new() { PropertyNameCaseInsensitive = true };
}
