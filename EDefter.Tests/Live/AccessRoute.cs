using System.Reflection;
using EDefter.Functions.Companies;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Tests.Live;

/// <summary>A route of the surface and who may call it.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Route">Below /api; with a slash in front: below the root, where the console is.</param>
/// <param name="Roles">Words of the wire; empty = public.</param>
public sealed record AccessRoute(string Method, string Route, IReadOnlyList<string> Roles)
{
    // Written by hand, not read from the attributes: what an attribute says too much or too little shows here.
    private const string Table = """
        GET    /{file?}                                                   public
        GET    health                                                     public
        GET    health/live                                                public
        GET    openapi.json                                               public
        GET    session                                                    erp accountant integrator admin
        GET    rules                                                      erp accountant integrator admin
        PUT    companies/{co}                                             accountant admin
        GET    companies/{co}                                             erp accountant admin
        PUT    companies/{co}/accounts                                    erp accountant
        GET    companies/{co}/accounts                                    erp accountant
        POST   companies/{co}/keys                                        admin
        GET    companies/{co}/keys                                        admin
        DELETE companies/{co}/keys/{id}                                   admin
        POST   companies/{co}/keys/{id}/rotate                            admin
        GET    companies/{co}/webhooks                                    accountant admin
        GET    companies/{co}/webhooks/{id}                               accountant admin
        PUT    companies/{co}/webhooks/{id}                               accountant admin
        DELETE companies/{co}/webhooks/{id}                               accountant admin
        POST   companies/{co}/webhooks/{id}/rotate                        accountant admin
        GET    companies/{co}/webhooks/{id}/deliveries                    accountant admin
        POST   companies/{co}/webhooks/{id}/deliveries/{n}/again          accountant admin
        GET    companies/{co}/audit                                       accountant admin
        GET    companies/{co}/audit/head                                  accountant admin
        GET    companies/{co}/audit/verify                                accountant admin
        GET    audit                                                      admin
        GET    audit/head                                                 admin
        GET    audit/verify                                               admin
        POST   companies/{co}/backup                                      accountant admin
        GET    companies/{co}/backups/{id}                                accountant admin
        POST   companies/{co}/restore                                     admin
        POST   companies/{co}/restore/{id}                                admin
        POST   companies/{co}/{br}/vouchers                               erp accountant
        GET    companies/{co}/{br}/vouchers                               erp accountant
        GET    companies/{co}/{br}/vouchers/{id}                          erp accountant
        DELETE companies/{co}/{br}/vouchers/{id}                          erp accountant
        GET    companies/{co}/{br}/vouchers/{id}/versions                 erp accountant
        POST   companies/{co}/{br}/uploads                                erp accountant
        POST   companies/{co}/{br}/uploads/{id}/import                    erp accountant
        GET    companies/{co}/{br}/uploads/{id}/rejected                  erp accountant
        GET    companies/{co}/{br}/periods                                erp accountant
        GET    companies/{co}/{br}/periods/{p}                            erp accountant
        GET    companies/{co}/{br}/periods/{p}/days                       accountant
        PUT    companies/{co}/{br}/periods/{p}/source-count               erp accountant
        PUT    companies/{co}/{br}/periods/{p}/trial-balance              erp accountant
        GET    companies/{co}/{br}/periods/{p}/trial-balance              erp accountant
        PUT    companies/{co}/{br}/years/{y}/opening-balances             erp accountant
        GET    companies/{co}/{br}/years/{y}/opening-balances             erp accountant
        GET    companies/{co}/deadlines                                   erp accountant calendar
        GET    companies/{co}/deadlines.ics                               erp accountant calendar
        PUT    rates/{date}                                               admin
        GET    rates/{date}                                               erp accountant admin
        POST   companies/{co}/{br}/periods/{p}/check                      accountant
        GET    companies/{co}/{br}/periods/{p}/report                     accountant
        POST   companies/{co}/{br}/check                                  accountant
        GET    companies/{co}/{br}/changes                                erp accountant
        POST   companies/{co}/{br}/changes/ack                            erp
        POST   companies/{co}/{br}/acknowledgements                       accountant
        GET    companies/{co}/{br}/acknowledgements                       accountant
        DELETE companies/{co}/{br}/acknowledgements/{id}                  accountant
        GET    companies/{co}/{br}/report                                 accountant
        POST   companies/{co}/{br}/periods/{p}/repairs                    accountant
        GET    companies/{co}/{br}/periods/{p}/repairs                    accountant
        GET    companies/{co}/{br}/periods/{p}/repairs/{run}              accountant
        POST   companies/{co}/{br}/periods/{p}/repairs/{run}/apply        accountant
        POST   companies/{co}/{br}/periods/{p}/repairs/{run}/undo         accountant
        POST   companies/{co}/{br}/periods/{p}/numbers/preview            accountant
        POST   companies/{co}/{br}/periods/{p}/numbers                    accountant
        POST   companies/{co}/{br}/periods/{p}/numbers/undo               accountant
        GET    companies/{co}/{br}/periods/{p}/numbers                    erp accountant
        POST   companies/{co}/{br}/periods/{p}/archives                   accountant
        GET    companies/{co}/{br}/periods/{p}/archives                   accountant integrator
        GET    companies/{co}/{br}/periods/{p}/archives/{id}              accountant integrator
        GET    companies/{co}/{br}/periods/{p}/archives/{id}/diff/{other} accountant integrator
        GET    companies/{co}/{br}/periods/{p}/month-end                  accountant
        POST   companies/{co}/{br}/periods/{p}/rehearse                   accountant
        GET    companies/{co}/{br}/periods/{p}/rehearsal                  accountant
        POST   companies/{co}/{br}/periods/{p}/print                      accountant
        GET    companies/{co}/{br}/periods/{p}/prints                     accountant
        GET    companies/{co}/{br}/periods/{p}/journal.pdf                accountant
        POST   companies/{co}/{br}/periods/{p}/filed                      accountant
        POST   companies/{co}/{br}/periods/{p}/filed/revoke               accountant
        POST   companies/{co}/{br}/periods/{p}/compare-filed              accountant
        GET    profiles                                                   erp accountant integrator admin
        GET    companies/{co}/profiles                                    accountant integrator
        GET    companies/{co}/profiles/{id}                               accountant integrator
        PUT    companies/{co}/profiles/{id}                               accountant
        DELETE companies/{co}/profiles/{id}                               accountant
        POST   companies/{co}/{br}/periods/{p}/profiles/preview           accountant
        GET    companies/{co}/reading-profiles                            erp accountant
        GET    companies/{co}/reading-profiles/{id}                       erp accountant
        PUT    companies/{co}/reading-profiles/{id}                       accountant
        DELETE companies/{co}/reading-profiles/{id}                       accountant
        POST   companies/{co}/reading-profiles/preview                    erp accountant
        GET    templates/vouchers.xlsx                                    erp accountant
        GET    templates/accounts.xlsx                                    erp accountant
        POST   archives/verify                                            accountant integrator
        GET    jobs/{id}                                                  erp accountant admin
        POST   xml/check                                                  accountant integrator
        DELETE jobs/{id}                                                  accountant
        """;

    public static IReadOnlyList<AccessRoute> Expected { get; } = [.. Table.Split('\n').Select(Read)];

    /// <summary>It names a company, so that the caller's reach counts.</summary>
    public bool NamesCompany => Route.Contains("{co}", StringComparison.Ordinal);

    public bool IsPublic => Roles.Count == 0;

    /// <summary>Method and route of every HTTP function there is.</summary>
    public static IEnumerable<string> Declared() =>
        from type in typeof(PutCompany).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger is not null
        from verb in trigger.Methods ?? ["ANY"]
        select $"{verb.ToUpperInvariant()} {Below(trigger.Route ?? function.Name)}";

    public Uri PathFor(string company) => new(
        (Route[0] == '/' ? string.Empty : "/api/") + Route.Replace("{file?}", string.Empty, StringComparison.Ordinal).Replace("{co}", company, StringComparison.Ordinal).Replace("{br}", "0000", StringComparison.Ordinal).Replace("{p}", "2025-01", StringComparison.Ordinal)
            .Replace("{y}", "2025", StringComparison.Ordinal).Replace("{date}", "2025-01-15", StringComparison.Ordinal)
            .Replace("{id}", "yok", StringComparison.Ordinal).Replace("{other}", "yok", StringComparison.Ordinal).Replace("{run}", "yok", StringComparison.Ordinal).Replace("{n}", "1", StringComparison.Ordinal),
        UriKind.Relative);

    public override string ToString() => $"{Method} {Route}";

    private static string Below(string route) => route.StartsWith("api/", StringComparison.Ordinal) ? route["api/".Length..] : "/" + route;

    private static AccessRoute Read(string line)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new AccessRoute(words[0], words[1], words[2] == "public" ? [] : words[2..]);
    }
}
