using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>A standing approval says by whom, since when, and for what; one that says too little or too much is none.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class MonthEndApprovalTests(LiveApp app)
{
    [Theory]
    [InlineData("day", "0", "Otomatik kapanış günü 1 ile 28 arasında olmalıdır.")]
    [InlineData("day", "29", "Otomatik kapanış günü 1 ile 28 arasında olmalıdır.")]
    [InlineData("repairClasses", "[\"A\",\"B\"]", "Sürekli onay yalnız A sınıfı bakımı kapsar; B ve C sınıfı değişiklikler her seferinde bir kişinin onayını ister.")]
    [InlineData("approvedBy", "\"\"", "Otomatik kapanışı onaylayanın adı verilmelidir.")]
    [InlineData("approvedOn", "null", "Otomatik kapanışın onaylandığı gün verilmelidir.")]
    [InlineData("approvedOn", "\"2999-01-01\"", "Otomatik kapanışın onay günü 01.01.2999 ileri bir tarih; onay verildiği günün tarihini taşır.")]
    [InlineData("profile", "\"yok\"", "Otomatik kapanış için \"yok\" adlı doğrulanmış bir dosya biçimi yok.")]
    public async Task An_approval_that_says_too_little_or_too_much_is_refused(string member, string value, string detail)
    {
        using var book = await LiveBook.OpenForAccountantAsync(app.Address);
        var company = LiveBook.PlainCompany();
        var approval = MonthEndTests.Approval()!;
        approval[member] = JsonNode.Parse(value);
        company["autoClose"] = approval;
        var refused = await LiveBook.RefusedAsync(await book.Admin.PutAsJsonAsync($"/api/companies/{book.Company}", company, TestContext.Current.CancellationToken), HttpStatusCode.UnprocessableEntity, "invalid-company");
        Assert.Equal((detail, "autoClose." + member), (refused.GetProperty("detail").GetString(), refused.GetProperty("member").GetString()));
    }
}
