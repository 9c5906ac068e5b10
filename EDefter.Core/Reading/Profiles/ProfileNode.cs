using System.Globalization;
using System.Text.Json;

namespace EDefter.Core.Reading.Profiles;

/// <summary>
/// A JSON object of a profile file while it is read: remembers which members were asked for, so that a member nobody knows (a misspelt one)
/// is a fault and never silently ignored.
/// </summary>
internal sealed class ProfileNode(JsonElement element, string place, List<ProfileFault> faults)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public string Place { get; } = place;

    public string At(string name) => Place.Length == 0 ? name : Place + "." + name;

    public void Fault(string name, string message) => faults.Add(new ProfileFault(At(name), message));

    public bool Has(string name)
    {
        known.Add(name);
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;
    }

    /// <summary>The number of the schema that the file keeps to; there is one.</summary>
    public void Schema()
    {
        if (Whole("schema", 1, 1) is null && !Has("schema"))
            Fault("schema", "bu üye zorunlu");
    }

    public string Text(string name)
    {
        if (!Has(name))
        {
            Fault(name, "bu üye zorunlu");
            return string.Empty;
        }

        return Text(name, string.Empty)!;
    }

    public string? Text(string name, string? otherwise)
    {
        if (!Has(name))
            return otherwise;
        var value = element.GetProperty(name);
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString()!;
        Fault(name, "metin olmalı");
        return otherwise;
    }

    public T Word<T>(string name, params ReadOnlySpan<(string Word, T Value)> words)
    {
        var text = Text(name);
        foreach (var (word, value) in words)
        {
            if (word == text)
                return value;
        }

        if (text.Length > 0)
        {
            var all = new List<string>();
            foreach (var (word, _) in words)
                all.Add(word);
            Fault(name, string.Create(CultureInfo.InvariantCulture, $"\"{text}\" bilinmiyor; şunlardan biri olmalı: {string.Join(", ", all)}"));
        }

        return words[0].Value;
    }

    /// <summary>As <see cref="Word"/>; the first word where the member is absent.</summary>
    public T WordOr<T>(string name, params ReadOnlySpan<(string Word, T Value)> words) => Has(name) ? Word(name, words) : words[0].Value;

    /// <summary>A list of texts; nothing where it is absent.</summary>
    /// <param name="name">Of the member.</param>
    /// <param name="most">More are a fault, and none is taken.</param>
    public IReadOnlyList<string> Texts(string name, int most = int.MaxValue)
    {
        if (!Has(name))
            return [];
        var value = element.GetProperty(name);
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > most)
        {
            TooMany(name, most);
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
            return [.. value.EnumerateArray().Select(item => item.GetString()!)];
        Fault(name, "metinlerden oluşan bir liste olmalı");
        return [];
    }

    /// <summary>A list of at least one text; <paramref name="otherwise"/> where it is absent.</summary>
    public IReadOnlyList<string> TextsOr(string name, string otherwise, int most)
    {
        if (!Has(name))
            return [otherwise];
        var before = faults.Count;
        var texts = Texts(name, most);
        if (texts.Count == 0 && faults.Count == before)
            Fault(name, "boş olamaz");
        return texts;
    }

    public bool Flag(string name)
    {
        if (!Has(name))
            return false;
        var value = element.GetProperty(name);
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Fault(name, "true ya da false olmalı");
        return false;
    }

    public long? Whole(string name, long min, long max)
    {
        if (!Has(name))
            return null;
        var value = element.GetProperty(name);
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= min && number <= max)
            return number;
        Fault(name, string.Create(CultureInfo.InvariantCulture, $"{min} ile {max} arasında bir tam sayı olmalı"));
        return null;
    }

    /// <returns>The object, or null when it is absent or none (a fault then).</returns>
    public ProfileNode? Child(string name, bool required)
    {
        if (!Has(name))
        {
            if (required)
                Fault(name, "bu üye zorunlu");
            return null;
        }

        var value = element.GetProperty(name);
        if (value.ValueKind == JsonValueKind.Object)
            return new ProfileNode(value, At(name), faults);
        Fault(name, "bir nesne olmalı");
        return null;
    }

    /// <summary>The objects of a list of at least one.</summary>
    /// <param name="name">Of the member.</param>
    /// <param name="most">More are a fault, and none is taken.</param>
    public IEnumerable<ProfileNode> Children(string name, int most = int.MaxValue)
    {
        if (!Has(name))
        {
            Fault(name, "bu üye zorunlu");
            yield break;
        }

        var value = element.GetProperty(name);
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            Fault(name, "en az bir öğeli bir liste olmalı");
            yield break;
        }

        if (value.GetArrayLength() > most)
        {
            TooMany(name, most);
            yield break;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{At(name)}[{index++}]");
            if (item.ValueKind == JsonValueKind.Object)
                yield return new ProfileNode(item, at, faults);
            else
                faults.Add(new ProfileFault(at, "bir nesne olmalı"));
        }
    }

    private void TooMany(string name, int most) => Fault(name, string.Create(CultureInfo.InvariantCulture, $"en çok {most} öğe yazılabilir"));

    /// <summary>A map of texts; every member is known by definition.</summary>
    public Dictionary<string, string> Map(string name)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Child(name, required: false) is not { } child)
            return map;
        foreach (var member in element.GetProperty(name).EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.String)
                child.Fault(member.Name, "metin olmalı");
            else if (!map.TryAdd(member.Name, member.Value.GetString()!))
                child.Fault(member.Name, "iki kez yazılmış");
        }

        return map;
    }

    /// <summary>Ends the reading of this object: members that nobody asked for, or that stand twice, are faults.</summary>
    public void End()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
                Fault(member.Name, "bilinmeyen üye; adı yanlış yazılmış olabilir");
            else if (!seen.Add(member.Name))
                Fault(member.Name, "iki kez yazılmış");
        }
    }
}
