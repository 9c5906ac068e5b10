using System.Globalization;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Profiles;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.ReadingProfiles;

/// <summary>Shows how the first rows of a workbook or CSV would be read (<c>?profile=</c>, <c>?rows=</c>); nothing is stored.</summary>
public sealed class PostReadingPreview(ReadingProfileRegister profiles)
{
    private const int RowsDefault = 20;
    private const int RowsMost = 100;

    [Function(nameof(PostReadingPreview))]
    [Unaudited("it shows the first rows of what was sent and keeps nothing")]
    [Access(Role.Erp, Role.Accountant)]
    [Takes("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [Query("profile", "The reading profile.")]
    [Query("rows", "How many rows are shown.")]
    [Answers(typeof(ReadingPreviewResult))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/reading-profiles/preview")] HttpRequest request, string co, CancellationToken cancellationToken)
    {
        if (RowsOf(request) is not { } rows)
            return new ProblemResult(Refusals.InvalidBody($"Gösterilecek satır sayısı (rows) 1 ile {RowsMost} arasında olmalıdır."));
        if (TableContent.IsWorkbook(request) is not { } isWorkbook)
            return new ProblemResult(Refusals.ReadingWithoutTable(TableContent.ProfileOf(request) ?? ReadingProfileBook.Vouchers));
        var profile = await profiles.ChooseAsync(co, TableContent.ProfileOf(request) ?? ReadingProfileBook.Vouchers, ofAccounts: null, cancellationToken);
        if (profile.IsRefused)
            return new ProblemResult(profile.Refusal);
        var preview = await TableContent.ReadAsync(request, file => ReadingProfileRegister.Preview(file, isWorkbook, profile.Value, rows), cancellationToken);
        return preview.Answer();
    }

    private static int? RowsOf(HttpRequest request)
    {
        var asked = request.Query["rows"].ToString();
        if (asked.Length == 0)
            return RowsDefault;
        return int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows is >= 1 and <= RowsMost ? rows : null;
    }
}
