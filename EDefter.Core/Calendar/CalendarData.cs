using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EDefter.Core.Calendar;

/// <summary>Reads the data files beside this class.</summary>
internal static class CalendarData
{
    public static T Read<T>(JsonTypeInfo<T> type, string file)
    {
        using var stream = typeof(CalendarData).Assembly.GetManifestResourceStream("EDefter.Core.Calendar." + file) ?? throw new InvalidOperationException($"{file} is not embedded.");
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidOperationException($"{file} is empty.");
    }
}
