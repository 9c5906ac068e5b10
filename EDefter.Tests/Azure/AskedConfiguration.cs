using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace EDefter.Tests.Azure;

/// <summary>Writes down which settings were asked for.</summary>
internal sealed class AskedConfiguration(ISet<string> asked, IConfiguration inner) : IConfiguration
{
    public string? this[string key]
    {
        get
        {
            asked.Add(key);
            return inner[key];
        }
        set => inner[key] = value;
    }

    public IConfigurationSection GetSection(string key) => throw new NotSupportedException("Settings are read one by one.");

    public IEnumerable<IConfigurationSection> GetChildren() => throw new NotSupportedException("Settings are read one by one.");

    public IChangeToken GetReloadToken() => inner.GetReloadToken();
}
