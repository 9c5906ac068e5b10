using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage;
using EDefter.Storage.Log;
using EDefter.Storage.Tables;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>Rows outlive the code: what the first version wrote must be read for ever. A renamed member fails here, not in somebody's book.</summary>
public sealed class StoredFormatTests
{
    private const string Head = """
        {"period":"2025-01","revision":4,"vouchers":750,"check":{"revision":4,"basis":"b","asOf":"2025-02-01","at":"2025-02-01T09:00:00+03:00","rulePack":"2025.1","errors":0,"warnings":3,"infos":1,"totals":{"vouchers":749,"lines":2000,"debit":1000.00,"credit":1000.00,"received":751,"processed":751,"cancelled":1,"undated":1},"report":"r"},"numbering":{"numbers":{"first":1,"last":749,"firstLine":1,"lastLine":2000,"vouchers":749,"lines":2000,"debit":1000.00,"credit":1000.00,"order":"sha256:1","previous":"sha256:0","chain":"sha256:2","days":[{"day":"2025-01-03","firstNumber":1,"firstLine":1}]},"revision":4,"by":"Ayşe Işık","at":"2025-02-01T09:00:00+03:00","companySnapshot":"c","chartSnapshot":"k"},"archives":["a"],"filed":{"by":"Ayşe Işık","at":"2025-02-01T09:00:00+03:00","reference":"1"},"revocations":[],"sourceCount":{"vouchers":750,"lines":2000}}
        """;

    [Fact]
    public void A_head_of_the_first_version_reads_and_writes_the_same()
    {
        var head = StorageJson.Read<MonthHead>(Head);
        Assert.Equal((new Period(2025, 1), 4, 750, MonthState.Filed), (head.Period, head.Revision, head.Vouchers, head.State));
        Assert.Equal(new SourceCount(750, 2000), head.SourceCount);
        Assert.Equal(Head, StorageJson.Write(head));
    }

    [Theory]
    [InlineData("""{"id":"otel","taxId":"0010213576","title":"ÖRNEK A.Ş.","eDefter":true,"fiscalYears":[{"start":"2025-01-01","end":"2025-12-31"}],"branches":[{"code":"0000"}],"accountants":[],"approvedVoucherRegime":false,"repairPolicy":{"roundingCap":0.10,"modules":{"bank":{"type":"other","typeDescription":"Dekont"}}}}""", typeof(Company))]
    [InlineData("""{"id":"k","company":"otel","role":"erp","name":"n","secretHash":"ab","createdAt":"2025-02-01T09:00:00+03:00","expiresOn":"2026-01-01"}""", typeof(ApiKey))]
    [InlineData("""{"id":"j","kind":"check","company":"otel","branch":"0000","request":"{}","actor":{"by":"a","keyId":"k"},"state":"running","run":1,"attempts":0,"done":1,"total":2,"queuedAt":"2025-02-01T09:00:00+03:00","touchedAt":"2025-02-01T09:00:00+03:00","cancelRequested":false,"problem":{"type":"t","status":409,"title":"b","detail":"d","values":{"count":3,"rate":1.50}}}""", typeof(Job))]
    public void A_document_of_the_first_version_reads_and_writes_the_same(string json, Type type)
    {
        var read = typeof(StorageJson).GetMethod(nameof(StorageJson.Read), [typeof(string)])!.MakeGenericMethod(type).Invoke(null, [json]);
        var written = typeof(StorageJson).GetMethod(nameof(StorageJson.Write))!.MakeGenericMethod(type).Invoke(null, [read]);
        Assert.Equal(json, written);
    }

    [Fact]
    public void A_job_keeps_the_trace_that_it_was_asked_in()
    {
        const string json = """{"id":"j","kind":"check","company":"otel","branch":"0000","request":"{}","actor":{"by":"a","keyId":"k"},"state":"queued","run":1,"attempts":0,"done":0,"total":0,"queuedAt":"2025-02-01T09:00:00+03:00","touchedAt":"2025-02-01T09:00:00+03:00","cancelRequested":false,"traceParent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}""";
        Assert.Equal(json, StorageJson.Write(StorageJson.Read<Job>(json)));
    }

    [Fact]
    public void A_chunk_of_the_first_version_is_read_and_one_of_a_later_version_is_refused()
    {
        var row = new TableRow("otel|0000|2025-01-01", "chunk|2025-01-03|s|000000");
        row.Columns["Format"] = 1;
        row.Columns["Rows"] = 1;
        row.Columns["Raw"] = 11;
        row.Columns["Packed"] = 13;
        // id 1, content 2, what the ERP sent 3, sequence 0, 2 lines, kind Repair, no flags.
        row.Columns["Records"] = Convert.FromHexString("01000000000000000000000000000000" + "02000000000000000000000000000000" + "03000000000000000000000000000000" + "0000000000000000" + "02000000" + "02" + "00" + "0000");
        row.Columns["D0"] = Convert.FromHexString("ab56ca4c51b2523254aae50200");
        var (lines, records, places) = ChunkRows.Read([row], (payload, read, at) => (payload.ToArray(), read, at));
        Assert.Equal("{\"id\":\"1\"}\n", System.Text.Encoding.UTF8.GetString(lines));
        Assert.Equal([new ChunkRecord { Id = 1, Content = 2, Erp = 3, Lines = 2, Kind = CommitKind.Repair }], records);
        Assert.Equal([0..10], places);
        row.Columns["Format"] = 2;
        Assert.Throws<InvalidDataException>(() => ChunkRows.Read([row], (_, _, _) => 0));
    }

    // The mizan and the opening balances are the company's word: a digest can be made anew, they cannot.
    [Fact]
    public void Balances_that_were_sent_to_the_first_version_are_read()
    {
        using var packed = new MemoryStream(Convert.FromHexString("63646060600262364303233d0343662025a0ce80049818d0019ba1910158a99101ba948632aa5600"));
        Assert.Equal([new AccountTotal("102.01", "102", 100.00m, 0m), new AccountTotal("120.01", "120", 0m, 90.00m)], MonthDigestFile.ReadTotals(packed).Accounts);
    }
}
