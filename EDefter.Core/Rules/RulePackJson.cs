using System.Text.Json.Serialization;

namespace EDefter.Core.Rules;

/// <summary>Reads packs strictly: a misspelt member stops the program at its first check instead of being passed over.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RulePackFile))]
internal sealed partial class RulePackJson : JsonSerializerContext;
