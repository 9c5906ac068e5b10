using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Backups;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Backups;

/// <summary>A new link to a backup that was made.</summary>
public sealed class GetBackup(BackupDesk desk)
{
    [Function(nameof(GetBackup))]
    [Audited]
    [Access(Role.Accountant, Role.Admin)]
    [Answers(typeof(BackupView))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/backups/{id}")] HttpRequest request, string co, string id, CancellationToken cancellationToken)
    {
        _ = request;
        return (await desk.FindAsync(co, id, cancellationToken)).Answer();
    }
}
