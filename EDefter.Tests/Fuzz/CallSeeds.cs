using System.Reflection;
using System.Text;
using EDefter.Functions.Companies;
using EDefter.Functions.OpenApi;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Tests.Fuzz;

/// <summary>
/// One good call of every HTTP function there is, as text that can be mutated: a line for each part of the path (<c>co=…</c>), for what stands behind the
/// question mark (<c>?year=…</c>) and for headers (<c>!If-Match=…</c>), an empty line, the body.
/// </summary>
internal static class CallSeeds
{
    private static readonly Dictionary<string, string> Path = new(StringComparer.Ordinal)
    {
        ["co"] = CallWorld.Company,
        ["br"] = "0000",
        ["p"] = "2025-01",
        ["y"] = "2025",
        ["date"] = "2025-01-15",
        ["id"] = "a",
        ["other"] = "b",
        ["run"] = "0011223344556677",
        ["n"] = "1",
        ["file"] = "index.html",
    };

    private static readonly Dictionary<string, string> Asked = new(StringComparer.Ordinal)
    {
        ["acknowledged"] = "true",
        ["after"] = "0",
        ["by"] = "Nurgül Özışık",
        ["company"] = "ornek-otel",
        ["day"] = "2025-01-03",
        ["format"] = "xlsx",
        ["from"] = "2025-01-01",
        ["hash"] = new string('0', 64),
        ["key"] = "anahtar",
        ["limit"] = "10",
        ["name"] = "4540536920-202501-Y-000000.xml",
        ["p"] = "2025-01",
        ["page"] = "1",
        ["profile"] = "edefter",
        ["rows"] = "5",
        ["rule"] = "FIS010",
        ["sequence"] = "1",
        ["severity"] = "error",
        ["size"] = "10",
        ["state"] = "dead",
        ["to"] = "2025-01-31",
        ["volume"] = "1",
        ["voucher"] = "a",
        ["wait"] = "0",
        ["year"] = "2025",
    };

    // By the name of the type; a type without a body here fails the first run.
    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["AcknowledgementBody"] = """{"rule":"KON007","voucherId":"a","line":1,"period":"2025-01","note":"Süresi geçmiştir.","until":"2025-12-31","by":"Nurgül Özışık"}""",
        ["ActBody"] = """{"by":"Nurgül Özışık"}""",
        ["ApplyBody"] = """{"by":"Nurgül Özışık","accept":{"classes":["A","B"],"rules":["FIS010"],"changes":[1,{"n":2,"choose":"x"}]}}""",
        ["ArchiveBody"] = """{"profile":"edefter","by":"Nurgül Özışık","acceptUnverified":true,"parameters":{"firstSeries":"1"}}""",
        ["ChangesAckBody"] = """{"upTo":"1","items":[{"seq":1,"ok":false,"note":"olmadı"}]}""",
        ["CompanyBody"] = """
            {"id":"deneme","taxId":"4540536920","title":"DENEME TİCARET A.Ş.","eDefter":true,"address":{"buildingNumber":"1","street":"Işık Sokağı","city":"İstanbul","postalCode":"34000","country":"Türkiye"},
             "phone":"2120000000","email":"a@deneme.example","website":"https://deneme.example","naceCode":"551003","fiscalYear":{"start":"2025-01-01","end":"2025-12-31"},"adoptionDate":"2025-01-01","foundedOn":"2001-01-01",
             "branches":[{"code":"0000","name":"Merkez"}],"accountants":[{"name":"Ayşe Yılmaz","title":"SMMM","engagement":"SMMM sözleşmesi, 2025-01-01, M1"}],"repairPolicy":{"enteredByDefault":"MUHASEBE"},
             "severities":{"KON007":"info"},"paymentMap":{"Kasa":"Nakit"},"uploadPreference":"monthly","taxpayerKind":"company","bookCurrency":"TRY","integratorProfile":"edefter",
             "autoClose":{"day":5,"profile":"edefter","repairClasses":["A"],"approvedBy":"Nurgül Özışık","approvedOn":"2025-01-01","tell":["a@deneme.example"]}}
            """,
        ["FiledBody"] = """{"by":"Nurgül Özışık","reference":"B-1"}""",
        ["HookChange"] = """{"url":"https://ornek.example/kanca","events":["numbers"],"active":true}""",
        ["BalanceRow"] = """[{"account":"100.01","debit":10.50,"credit":0},{"account":"320","debit":null,"credit":10.5}]""",
        ["ChartAccount"] = """[{"code":"100","name":"KASA","leaf":false},{"code":"100.01","name":"MERKEZ KASA","parent":"100","leaf":true,"activeFrom":"2025-01-01","partnerTaxId":"4540536920"}]""",
        ["ExchangeRate"] = """[{"currency":"EUR","buying":36.1234,"selling":36.5}]""",
        ["ImportBody"] = """{"contentType":"application/x-ndjson","profile":"edefter"}""",
        ["JsonObject"] = """{"schema":1,"id":"a","title":"Deneme","version":1,"groupBy":["number","date"],"columns":[{"member":"number","headers":["No"]},{"member":"date","headers":["Tarih"]},{"member":"account","headers":["Hesap"]},{"member":"debit","headers":["Borç"]},{"member":"credit","headers":["Alacak"]}]}""",
        ["KeyBody"] = """{"role":"erp","name":"ERP","expiresOn":"2030-01-01"}""",
        ["NumberBody"] = """{"by":"Nurgül Özışık","order":"date"}""",
        ["PreviewBody"] = """{"profile":"edefter","rows":5}""",
        ["PrintBody"] = """{"book":"trial-balance","format":"xlsx","firstPage":1,"by":"Nurgül Özışık"}""",
        ["RehearseBody"] = """{"keep":false,"by":"Nurgül Özışık","parameters":{"firstSeries":"1"}}""",
        ["RevokeBody"] = """{"by":"Nurgül Özışık","reason":"silindi"}""",
        ["RotateBody"] = """{"overlapHours":24}""",
        ["KeyRotateBody"] = """{"overlapHours":24,"expiresOn":"2026-12-31"}""",
        ["SourceCountBody"] = """{"vouchers":2,"lines":4}""",
        ["Voucher"] = CallWorld.Voucher,
        ["UndoBody"] = """{"by":"Nurgül Özışık","changes":[1,2]}""",
    };

    /// <summary>Every HTTP function, in ordinal order of names.</summary>
    public static IReadOnlyList<MethodInfo> Functions { get; } =
    [
        .. typeof(PutCompany).Assembly.GetTypes().SelectMany(static type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(static method => method.GetCustomAttribute<FunctionAttribute>() is not null && method.GetParameters() is [var first, ..] && first.GetCustomAttribute<HttpTriggerAttribute>() is not null).OrderBy(static method => method.DeclaringType!.Name, StringComparer.Ordinal),
    ];

    /// <summary>A call of each of <see cref="Functions"/>.</summary>
    public static IReadOnlyList<byte[]> All() => [.. Functions.Select(Of)];

    private static byte[] Of(MethodInfo function)
    {
        var text = new StringBuilder();
        foreach (var parameter in function.GetParameters().Where(static parameter => parameter.ParameterType == typeof(string)))
            text.Append(parameter.Name).Append('=').Append(Path[parameter.Name!]).Append('\n');
        foreach (var query in function.GetCustomAttributes<QueryAttribute>())
            text.Append('?').Append(query.Name).Append('=').Append(Asked[query.Name]).Append('\n');
        text.Append("!Idempotency-Key=k1\n!If-Match=\"3\"\n!Accept=*/*\n");
        var (type, body) = BodyOf(function);
        return Encoding.UTF8.GetBytes(text.Append("!Content-Type=").Append(type).Append("\n\n").Append(body).ToString());
    }

    private static (string Type, string Body) BodyOf(MethodInfo function)
    {
        if (function.GetCustomAttributes<TakesAttribute>().ToList() is not [var takes, ..])
            return ("application/json", string.Empty);
        if (takes.Type is { } type)
            return ("application/json", Bodies[(type.GenericTypeArguments is [var item] ? item : type).Name].ReplaceLineEndings(" "));
        return takes.MediaTypes[0] switch
        {
            "text/csv" => ("text/csv", "Fiş no;Fiş tarihi;Hesap kodu;Borç;Alacak\n1;01.01.2025;100;1,00;\n1;01.01.2025;102;;1,00\n"),
            "application/json" => ("application/json", CallWorld.Voucher),
            var other => (other, "<a/>"),
        };
    }
}
