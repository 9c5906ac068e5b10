using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Functions.Sample;

/// <summary>The files of <c>samples/ornek-otel</c>, byte for byte, as the generator makes them.</summary>
public static class SampleFiles
{
    // Turkish letters stand in the files as themselves; they are read by people and never embedded in HTML.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>File names in ordinal order with their bytes.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> All() =>
    [
        ("2025-01-decisions.ndjson", Lines(SampleMonth.Faulty.Decisions.Select(Decided))),
        ("2025-01.ndjson", Lines(SampleMonth.Faulty.Vouchers)),
        ("README.md", Encoding.UTF8.GetBytes(SampleReadme.Text(SampleMonth.Faulty))),
        ("accounts.json", Json(writer => WriteAccounts(writer, SampleFaults.Accounts))),
        ("company.json", Json(writer => WriteCompany(writer, SampleCompany.Company))),
        ("source-count.json", Json(WriteSourceCount)),
    ];

    // What is chosen in a plan (that a voucher is approved) the ERP can say itself as well.
    private static Voucher Decided(SampleDecision decision) =>
        decision.Corrected ?? SampleMonth.Faulty.Vouchers.Single(voucher => string.Equals(voucher.Id, decision.VoucherId, StringComparison.Ordinal)) with { State = decision.Choose };

    private static byte[] Lines(IEnumerable<Voucher> vouchers)
    {
        var output = new ByteBuffer(2 * 1024 * 1024);
        foreach (var voucher in vouchers)
        {
            VoucherJsonWriter.Write(output, voucher);
            output.Write("\n"u8);
        }

        return output.Written.ToArray();
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        var output = new ByteBuffer();
        using (var writer = new Utf8JsonWriter(output, Readable))
            write(writer);
        output.Write("\n"u8);
        return output.Written.ToArray();
    }

    private static void WriteSourceCount(Utf8JsonWriter writer)
    {
        // Vouchers only: repairs split and drop lines, and then the ERP's count of lines would no longer be that of the book.
        writer.WriteStartObject();
        writer.WriteNumber("vouchers", SampleMonth.Faulty.Vouchers.Count);
        writer.WriteEndObject();
    }

    private static void WriteAccounts(Utf8JsonWriter writer, IReadOnlyList<ChartAccount> accounts)
    {
        writer.WriteStartArray();
        foreach (var account in accounts)
        {
            writer.WriteStartObject();
            writer.WriteString("code", account.Code);
            writer.WriteString("name", account.Name);
            writer.WriteString("parent", account.Parent);
            writer.WriteBoolean("leaf", account.Leaf == true);
            WriteText(writer, "partnerTaxId", account.PartnerTaxId);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteCompany(Utf8JsonWriter writer, Company company)
    {
        writer.WriteStartObject();
        writer.WriteString("id", company.Id);
        writer.WriteString("taxId", company.TaxId);
        writer.WriteString("title", company.Title);
        writer.WriteBoolean("eDefter", company.EDefter);
        WriteAddress(writer, company.Address!);
        WriteText(writer, "phone", company.Phone);
        WriteText(writer, "fax", company.Fax);
        WriteText(writer, "email", company.Email);
        WriteText(writer, "website", company.Website);
        WriteText(writer, "naceCode", company.NaceCode);
        writer.WriteStartObject("fiscalYear");
        WriteDay(writer, "start", company.FiscalYear!.Start);
        WriteDay(writer, "end", company.FiscalYear.End);
        writer.WriteEndObject();
        WriteBranches(writer, company.Branches);
        WriteAccountants(writer, company.Accountants);
        WriteText(writer, "sourceApplication", company.SourceApplication);
        WriteText(writer, "uploadPreference", company.UploadPreference);
        WriteText(writer, "taxpayerKind", company.TaxpayerKind);
        WriteText(writer, "bookCurrency", company.BookCurrency);
        WriteText(writer, "integratorProfile", company.IntegratorProfile);
        WriteRepairPolicy(writer, company.RepairPolicy);
        writer.WriteEndObject();
    }

    private static void WriteAddress(Utf8JsonWriter writer, Address address)
    {
        writer.WriteStartObject("address");
        WriteText(writer, "buildingNumber", address.BuildingNumber);
        WriteText(writer, "street", address.Street);
        WriteText(writer, "city", address.City);
        WriteText(writer, "postalCode", address.PostalCode);
        WriteText(writer, "country", address.Country);
        writer.WriteEndObject();
    }

    private static void WriteBranches(Utf8JsonWriter writer, IReadOnlyList<Branch> branches)
    {
        writer.WriteStartArray("branches");
        foreach (var branch in branches)
        {
            writer.WriteStartObject();
            writer.WriteString("code", branch.Code);
            WriteText(writer, "name", branch.Name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAccountants(Utf8JsonWriter writer, IReadOnlyList<Accountant> accountants)
    {
        writer.WriteStartArray("accountants");
        foreach (var accountant in accountants)
        {
            writer.WriteStartObject();
            WriteText(writer, "name", accountant.Name);
            WriteText(writer, "title", accountant.Title);
            WriteText(writer, "engagement", accountant.Engagement);
            WriteText(writer, "phone", accountant.Phone);
            WriteText(writer, "email", accountant.Email);
            writer.WriteBoolean("inHouse", accountant.InHouse);
            if (accountant.ContractDate is { } date)
                WriteDay(writer, "contractDate", date);
            WriteText(writer, "contractNumber", accountant.ContractNumber);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteRepairPolicy(Utf8JsonWriter writer, RepairPolicy policy)
    {
        writer.WriteStartObject("repairPolicy");
        WriteText(writer, "roundingAccount", policy.RoundingAccount);
        writer.WriteNumber("roundingCap", policy.RoundingCap);
        WriteText(writer, "enteredByDefault", policy.EnteredByDefault);
        writer.WriteStartObject("modules");
        foreach (var (module, document) in policy.Modules.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WriteStartObject(module);
            writer.WriteString("type", document.Type);
            WriteText(writer, "typeDescription", document.TypeDescription);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }

    private static void WriteDay(Utf8JsonWriter writer, string name, DateOnly day) => writer.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
