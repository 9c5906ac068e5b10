using EDefter.Core.Reading;
using EDefter.Core.Vouchers;
using EDefter.Functions.Http;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Vouchers;

/// <summary>A voucher as canonical JSON: what was sent, members that EDefter does not know included.</summary>
public sealed class VoucherResult(Voucher voucher) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.ContentType = "application/json; charset=utf-8";
        await using var body = ResponseBody.Open(context.HttpContext, System.IO.Compression.CompressionLevel.Fastest);
        await body.WriteAsync(VoucherJsonWriter.ToBytes(voucher), context.HttpContext.RequestAborted);
    }
}
