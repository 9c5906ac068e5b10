using EDefter.Tests.Live;
using static EDefter.Tests.OpenApi.AnswerBodies;

namespace EDefter.Tests.OpenApi;

/// <summary>A refusal of each operation that has given none so far: asked by those who may, for what is not there; and where nothing is refused then, by nobody.</summary>
internal sealed class RefusalAnswers(AnswerCaller admin, AnswerCaller nobody, RecordedAnswers answers)
{
    private const string Company = "ornek-bos";
    private const string Path = "/api/companies/" + Company;

    public async Task RunAsync()
    {
        await admin.SendAsync(HttpMethod.Put, Path, Json(LiveBook.PlainCompany().ToJsonString()));
        foreach (var role in (string[])["accountant", "erp"])
        {
            using var caller = await admin.CallerAsync(Path, role);
            await AskAsync(caller, route => route.Roles.Contains(role));
        }

        await AskAsync(admin, route => route.Roles.Contains("admin"));
        await AskAsync(nobody, route => !route.IsPublic);
    }

    private async Task AskAsync(AnswerCaller caller, Func<AccessRoute, bool> mayBeAsked)
    {
        foreach (var route in AccessRoute.Expected.Where(route => mayBeAsked(route) && IsOpen(route)))
            (await caller.AskAsync(new HttpMethod(route.Method), route.PathFor(Company))).Dispose();
    }

    private bool IsOpen(AccessRoute route) =>
        ApiContract.Published.OperationOf(route.Method, route.PathFor(Company).ToString()) is { } operation && !answers.Has(operation, "problem");
}
