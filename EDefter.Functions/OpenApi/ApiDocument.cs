using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using EDefter.Core.Workflow.Access;
using EDefter.Functions.Gate;
using EDefter.Functions.Jobs;

namespace EDefter.Functions.OpenApi;

/// <summary>The surface as an OpenAPI 3.1 document, made from the functions and the types of the wire, so that it cannot fall behind them.</summary>
public static class ApiDocument
{
    private const string Json = "application/json";
    private const string Key = "key";
    private const string Token = "token";

    private static readonly Dictionary<string, string> PathParameterTexts = new(StringComparer.Ordinal)
    {
        ["co"] = "Company id.",
        ["br"] = "Branch code; 0000 is the head office.",
        ["p"] = "Month, yyyy-MM.",
        ["y"] = "The calendar year in which the fiscal year begins.",
        ["date"] = "Day, yyyy-MM-dd.",
        ["id"] = "Its id.",
        ["run"] = "Id of a repair run.",
        ["other"] = "Id of the other archive.",
    };

    /// <param name="examples">Bodies by operation: <c>{ "PostKeys": { "request": …, "answers": { "201": …, "problem": … } } }</c>.</param>
    public static JsonObject Build(JsonObject examples)
    {
        var schemas = new ApiSchemas();
        var comments = new DocComments();
        var paths = new JsonObject();
        foreach (var sent in ApiOperation.All().SelectMany(static operation => operation.Function.GetCustomAttributes<TakesAttribute>()))
        {
            if (sent.Type is { } type)
                schemas.OfSent(type);
        }

        foreach (var operation in ApiOperation.All())
        {
            var path = "/" + operation.Route;
            paths[path] ??= new JsonObject();
            paths[path]![operation.Method] = Describe(operation, comments, schemas, examples[operation.Name] as JsonObject);
        }

        var problem = Problem();
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "EDefter",
                ["version"] = typeof(ApiDocument).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
                ["summary"] = "A company's month of accounting vouchers in, one sealed archive for the e-Defter integrator out.",
                ["description"] = "Refusals are problem documents (RFC 9457) in Turkish with a stable type. Members may be added to answers; readers leave alone what they do not know. A member without a value is absent.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = With(schemas.ToJson(), "Problem", problem),
                ["securitySchemes"] = new JsonObject
                {
                    [Key] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = Credential.KeyHeader },
                    [Token] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT", ["description"] = "An access token of Entra ID, where the installation takes them: its roles say what may be done in which company." },
                },
            },
        };
    }

    private static JsonObject Describe(ApiOperation operation, DocComments comments, ApiSchemas schemas, JsonObject? example)
    {
        var described = new JsonObject
        {
            ["operationId"] = operation.Name,
            ["tags"] = new JsonArray(operation.Group),
            ["summary"] = comments.Of(operation.Function.DeclaringType!),
            ["x-roles"] = new JsonArray([.. operation.Roles.Select(static role => (JsonNode)role.ToWire())]),
            ["security"] = operation.Roles.Count == 0 ? new JsonArray() : new JsonArray(new JsonObject { [Key] = new JsonArray() }, new JsonObject { [Token] = new JsonArray() }),
        };
        if (Parameters(operation) is { Count: > 0 } parameters)
            described["parameters"] = parameters;
        if (Body(operation, schemas, example?["request"]) is { } body)
            described["requestBody"] = body;
        described["responses"] = Responses(operation, schemas, example?["answers"]);
        return described;
    }

    private static JsonArray Parameters(ApiOperation operation)
    {
        var parameters = new JsonArray();
        foreach (var name in operation.PathParameters)
            parameters.Add(Parameter(name, "path", PathParameterTexts.GetValueOrDefault(name, string.Empty), isRequired: true));
        foreach (var query in operation.Function.GetCustomAttributes<QueryAttribute>())
            parameters.Add(Parameter(query.Name, "query", query.Description, isRequired: false));
        if (operation.Function.GetCustomAttribute<AnswersJobAttribute>() is not null)
        {
            parameters.Add(Parameter("wait", "query", "Seconds to wait for the end, at most 25; 0 when absent.", isRequired: false));
            parameters.Add(Parameter("Idempotency-Key", "header", "The same key again answers with the same job.", isRequired: false));
        }

        return parameters;
    }

    private static JsonObject Parameter(string name, string place, string description, bool isRequired) => new()
    {
        ["name"] = name,
        ["in"] = place,
        ["required"] = isRequired,
        ["description"] = description,
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    private static JsonObject? Body(ApiOperation operation, ApiSchemas schemas, JsonNode? example)
    {
        var content = new JsonObject();
        foreach (var takes in operation.Function.GetCustomAttributes<TakesAttribute>())
        {
            if (takes.Type is { } type)
                content[Json] = WithExample(new JsonObject { ["schema"] = schemas.Of(type) }, example);
            foreach (var mediaType in takes.MediaTypes)
                content[mediaType] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "binary" } };
        }

        return content.Count == 0 ? null : new JsonObject { ["content"] = content };
    }

    private static JsonObject Responses(ApiOperation operation, ApiSchemas schemas, JsonNode? answers)
    {
        var responses = new JsonObject();
        foreach (var answer in operation.Function.GetCustomAttributes<AnswersAttribute>())
        {
            var status = answer.Status.ToString(CultureInfo.InvariantCulture);
            responses[status] ??= new JsonObject { ["description"] = "Done." };
            if (answer.Type is { } type)
                ContentOf(responses[status]!)[Json] = WithExample(new JsonObject { ["schema"] = schemas.Of(type) }, answers?[status]);
            else if (answer.MediaType is { } mediaType)
                ContentOf(responses[status]!)[mediaType] = new JsonObject();
        }

        if (operation.Function.GetCustomAttribute<AnswersJobAttribute>() is { } job)
        {
            responses["200"] = Answer("What the job ended with.", WithExample(new JsonObject { ["schema"] = schemas.Of(job.Result) }, answers?["200"]));
            responses["202"] = Answer("The job goes on; Location tells where to ask.", WithExample(new JsonObject { ["schema"] = schemas.Of(typeof(JobBody)) }, answers?["202"]));
        }

        responses["default"] = new JsonObject
        {
            ["description"] = "A refusal: what is the matter and the way out, in Turkish.",
            ["content"] = new JsonObject { ["application/problem+json"] = WithExample(new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } }, answers?["problem"]) },
        };
        return responses;
    }

    private static JsonObject Answer(string description, JsonObject json) => new() { ["description"] = description, ["content"] = new JsonObject { [Json] = json } };

    private static JsonObject ContentOf(JsonNode response) => (JsonObject)(response["content"] ??= new JsonObject());

    private static JsonObject WithExample(JsonObject media, JsonNode? example) => example is null ? media : With(media, "example", example.DeepClone());

    private static JsonObject With(JsonObject target, string member, JsonNode value)
    {
        target[member] = value;
        return target;
    }

    private static JsonObject Problem() => (JsonObject)JsonNode.Parse("""
        { "type": "object", "required": ["type", "title", "status", "detail"], "properties": {
          "type": { "type": "string", "pattern": "^urn:edefter:[a-z0-9-]+$" },
          "title": { "type": "string" }, "status": { "type": "integer" }, "detail": { "type": "string" } } }
        """)!;
}
