using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Books;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Deadlines;

/// <summary>The same days as a calendar that Outlook, Google and phones subscribe to; their address carries the key of a calendar (<c>?key=</c>).</summary>
public sealed class GetDeadlineCalendar(DeadlineDesk desk, TimeProvider clock)
{
    [Function(nameof(GetDeadlineCalendar))]
    [Unaudited("calendar programs ask many times a day, and last days are no secret")]
    [Access(Role.Erp, Role.Accountant, Role.Calendar)]
    [Query("year", "A day or month inside the fiscal year, or the year it starts in.")]
    [Query("key", "The key of a calendar, for programs that send no headers.")]
    [Answers("text/calendar")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/deadlines.ics")] HttpRequest request, string co, CancellationToken cancellationToken)
    {
        var deadlines = await desk.OfAsync(co, request.Query["year"], cancellationToken);
        return deadlines.Answer(days => new DeadlineCalendarResult(DeadlineCalendarFile.Of(co, days, clock.GetUtcNow())));
    }
}
