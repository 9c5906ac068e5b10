using System.Net.Http.Headers;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace EDefter.Tests.Secrecy;

/// <summary>
/// Addresses are written down by whatever stands between caller and program. So every word of them is known here as harmless, or as one that has another way: a header, or the body.
/// </summary>
public sealed class AddressTests
{
    // Days, places, kinds, sizes, and ids of what is no person: of companies, branches, books, vouchers, keys, jobs, runs, archives, hooks.
    private static readonly string[] Harmless =
    [
        "acknowledged", "after", "company", "day", "format", "from", "hash", "limit", "p", "page", "profile", "rows", "rule", "sequence", "severity", "size", "state", "to", "volume", "voucher", "wait", "year",
        "{br}", "{co}", "{date}", "{id}", "{n}", "{other}", "{p}", "{run}", "{y}",
    ];

    // Who acts (DELETE with a body does without), a file's name (Content-Disposition), the key of a calendar (X-Api-Key; a calendar program sends no headers).
    private static readonly string[] HasAnotherWay = ["by", "key", "name"];

    [Fact]
    public void No_call_takes_a_person_a_tax_number_or_a_key_in_its_address_alone()
    {
        var words = ApiOperation.All().SelectMany(operation =>
            operation.PathParameters.Select(name => $"{{{name}}}").Concat(operation.Function.GetCustomAttributes(typeof(QueryAttribute), inherit: false).Cast<QueryAttribute>().Select(query => query.Name))).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(words.Except(Harmless).Except(HasAnotherWay));
        Assert.Superset(HasAnotherWay.ToHashSet(StringComparer.Ordinal), words);
    }

    [Theory]
    [InlineData("attachment; filename=\"4540536920-202501-Y-000000.xml\"", "?name=b.xml", "4540536920-202501-Y-000000.xml")]
    [InlineData("attachment; filename=defter.zip", "", "defter.zip")]
    [InlineData("attachment; filename=\"a.csv\"; filename*=UTF-8''%C4%B1%C5%9F%C4%B1k%20%28son%29.csv", "", "ışık (son).csv")]
    [InlineData("attachment", "?name=b.xml", "b.xml")]
    [InlineData("attachment; filename=\"\"", "?name=b.xml", "b.xml")]
    [InlineData(";;;=", "?name=b.xml", "b.xml")]
    [InlineData("", "?name=b.xml", "b.xml")]
    [InlineData("", "", null)]
    public void The_name_of_a_file_stands_in_its_header_or_as_ever_in_the_address(string header, string query, string? expected)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.ContentDisposition = header;
        http.Request.QueryString = new QueryString(query);
        Assert.Equal(expected, http.Request.FileName());
    }

    [Theory]
    [InlineData("ışık’ın dosyası (1).xml")]
    [InlineData("=1+1.csv")]
    public void What_a_client_library_makes_of_a_name_is_that_name(string name)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = name }.ToString();
        Assert.Equal(name, http.Request.FileName());
    }
}
