using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Functions.OpenApi;

/// <summary>
/// The types of the wire as JSON schemas (draft 2020-12), each once under <c>#/components/schemas</c>. They are made from the types and the settings that write the
/// answers (<see cref="WireJson"/>); only what a converter writes is told by hand.
/// </summary>
public sealed class ApiSchemas
{
    private readonly SortedDictionary<string, JsonNode> schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Type> owners = new(StringComparer.Ordinal);
    private readonly Queue<Type> waiting = new();
    private bool isSent;

    /// <summary>The schema of a type that is answered, or where it stands.</summary>
    public JsonNode Of(Type type)
    {
        var node = Named(type) is { } named ? Reference(named) : Export(type);
        while (waiting.TryDequeue(out var next))
            schemas[next.Name] = Export(next);
        return node;
    }

    /// <summary>The schema of a type that is sent: a member that may be missing there is told so wherever the type is used. Ask for all of these first.</summary>
    public JsonNode OfSent(Type type)
    {
        isSent = true;
        var node = Of(type);
        isSent = false;
        return node;
    }

    /// <summary>All schemas that were asked for, by name.</summary>
    public JsonObject ToJson() => new(schemas.Select(static schema => KeyValuePair.Create(schema.Key, (JsonNode?)schema.Value.DeepClone())));

    private JsonObject Reference(Type type)
    {
        if (owners.TryAdd(type.Name, type))
            waiting.Enqueue(type);
        else if (owners[type.Name] != type)
            throw new InvalidOperationException($"Two types of the wire are called {type.Name}.");
        return new JsonObject { ["$ref"] = $"#/components/schemas/{type.Name}" };
    }

    private JsonNode Export(Type type)
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = (context, node) => Transform(context, node) };
        return WireJson.Options.GetJsonSchemaAsNode(type, options);
    }

    private JsonObject Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (ByHand(type) is { } schema)
            return schema;
        if (!context.Path.IsEmpty && Named(type) is { } named)
            return Reference(named);
        // "Anything" is written true, which older readers of schemas do not know.
        if (node is not JsonObject found)
            return new JsonObject();
        if (found.Remove("pattern") && found["type"] is JsonArray types)
            found["type"] = Number(types);
        // Clients that are generated would count money in binary fractions otherwise.
        if (type == typeof(decimal))
            found["format"] = "decimal";
        if (found["properties"] is JsonObject members && (type == typeof(Voucher) || type == typeof(VoucherLine)))
            members.Remove("extra");
        if (found["required"] is JsonArray required)
            found["required"] = new JsonArray([.. required.Select(static name => (string)name!).Except(Absent(context.TypeInfo), StringComparer.Ordinal).Select(static name => (JsonNode)name)]);
        return found;
    }

    // Numbers in quotes are read too, but nobody writes them; generated clients would make texts of them.
    private static JsonNode Number(JsonArray types)
    {
        string[] kept = [.. types.Select(static type => (string)type!).Where(static type => type != "string")];
        return kept.Length == 1 ? kept[0] : new JsonArray([.. kept.Select(static type => (JsonNode)type)]);
    }

    // A member that may be null is left out when it is; and nobody has to send what only the order of a constructor seems to ask for.
    private IEnumerable<string> Absent(JsonTypeInfo type) => type.Properties.Where(member => member.IsGetNullable || (isSent && !member.IsRequired)).Select(static member => member.Name);

    // What is nested in lists and dictionaries of the framework stays where it is.
    private static Type? Named(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(StoredVoucher))
            return typeof(Voucher);
        return plain.Namespace?.StartsWith("EDefter", StringComparison.Ordinal) == true && !plain.IsEnum && ByHand(plain) is null ? plain : null;
    }

    private static JsonObject? ByHand(Type type) => type switch
    {
        _ when type == typeof(Period) => new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{4}-(0[1-9]|1[0-2])$" },
        _ when type == typeof(DateField) => new JsonObject { ["type"] = "string", ["description"] = "yyyy-MM-dd; what is no date is kept and is a finding." },
        _ when type == typeof(AmountField) => new JsonObject { ["type"] = new JsonArray("number", "string"), ["format"] = "decimal", ["description"] = "A decimal number; what is none is kept and is a finding." },
        _ when type == typeof(Acceptance) => AcceptanceSchema(),
        _ when type == typeof(JsonObject) => new JsonObject { ["type"] = "object", ["description"] = "A profile; docs/profiles.md and docs/reading-tables.md tell its members." },
        _ => null,
    };

    private static JsonObject AcceptanceSchema() => (JsonObject)JsonNode.Parse("""
        { "oneOf": [
          { "type": "string", "enum": ["all"] },
          { "type": "object", "properties": {
              "classes": { "type": "array", "items": { "enum": ["A", "B"] } },
              "rules": { "type": "array", "items": { "type": "string" } },
              "changes": { "type": "array", "items": { "oneOf": [ { "type": "integer" }, { "type": "object", "properties": { "n": { "type": "integer" }, "choose": { "type": "string" } }, "required": ["n"] } ] } } } } ] }
        """)!;
}
