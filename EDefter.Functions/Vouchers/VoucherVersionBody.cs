using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Functions.Vouchers;

/// <summary>One version of a voucher; no <c>voucher</c> means that this version took it away.</summary>
public sealed record VoucherVersionBody(long Sequence, CommitKind Kind, DateTimeOffset At, string By, Period? Period, JsonElement? Voucher)
{
    public static VoucherVersionBody Of(VoucherVersion version) => new(
        version.Sequence,
        version.Kind,
        version.At,
        version.By,
        version.Period,
        version.Voucher is null ? null : JsonSerializer.Deserialize<JsonElement>(VoucherJsonWriter.ToBytes(version.Voucher)));
}
