using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Functions.Keys;

/// <summary>The key of a session, as its holder may see it.</summary>
/// <param name="Id">Its id, the part before the point.</param>
/// <param name="Name">Whom or what it is for.</param>
/// <param name="LastDay">The last day on which it is good; absent when it has no end.</param>
/// <param name="DaysLeft">Days until then, 0 on that day.</param>
/// <param name="Warning">What is to be done about its end, from fourteen days before.</param>
public sealed record SessionKey(string Id, string Name, DateOnly? LastDay, int? DaysLeft, string? Warning)
{
    public static SessionKey Of(ApiKey key, DateTimeOffset now) => new(key.Id, key.Name, KeyTerm.LastDayOf(key), KeyTerm.DaysLeft(key, now), KeyTerm.WarningOf(key, now));
}
