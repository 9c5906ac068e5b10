using EDefter.Core.Companies;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Profiles;
using EDefter.Functions.Http;

namespace EDefter.Functions.Companies;

/// <summary>A chart of accounts that comes as a workbook or CSV, read by the profile that the request names.</summary>
internal static class AccountTable
{
    public static async Task<Outcome<List<ChartAccount>>> ReadAsync(HttpRequest request, bool isWorkbook, ReadingProfileRegister readings, string company, CancellationToken cancellationToken)
    {
        var profile = await readings.ChooseAsync(company, TableContent.ProfileOf(request) ?? ReadingProfileBook.Accounts, ofAccounts: true, cancellationToken);
        return profile.IsRefused ? profile.Refusal : await TableContent.ReadAsync(request, file => AccountTableReader.Read(file, isWorkbook, profile.Value).ToList(), cancellationToken);
    }
}
