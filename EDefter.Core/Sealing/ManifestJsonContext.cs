using System.Text.Json.Serialization;

namespace EDefter.Core.Sealing;

[JsonSerializable(typeof(ArchiveManifest))]
internal sealed partial class ManifestJsonContext : JsonSerializerContext;
