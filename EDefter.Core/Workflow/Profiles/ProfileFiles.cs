using EDefter.Core.Reading.Profiles;

namespace EDefter.Core.Workflow.Profiles;

/// <summary>Profiles as they are sent.</summary>
internal static class ProfileFiles
{
    /// <summary>The profile, or all that is wrong with its file.</summary>
    /// <param name="json">The file.</param>
    /// <param name="id">The id it must have; null for any.</param>
    /// <param name="read">Reads the file.</param>
    /// <param name="idOf">The id it gives itself.</param>
    /// <param name="refusal">Refuses a file with faults.</param>
    public static Outcome<T> Read<T>(ReadOnlyMemory<byte> json, string? id, Func<ReadOnlyMemory<byte>, ProfileReading<T>> read, Func<T, string> idOf, Func<IReadOnlyList<ProfileFault>, Refusal> refusal)
        where T : class
    {
        if (json.Length > ProfileShelf.BytesMax)
            return Refusals.TooLarge($"Biçim tanımı en çok {ProfileShelf.BytesMax / 1024} KiB olabilir. Açıklamaları kısaltın ya da kullanılmayan sütunları çıkarın.");
        var reading = read(json);
        if (!reading.IsReadable)
            return refusal(reading.Faults);
        return id is null || string.Equals(idOf(reading.Profile), id, StringComparison.Ordinal)
            ? reading.Profile
            : refusal([new ProfileFault("id", $"adresteki adla aynı olmalı: \"{id}\"")]);
    }
}
