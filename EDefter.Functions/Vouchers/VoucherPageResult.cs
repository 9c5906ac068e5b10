using System.Text;
using EDefter.Core.Reading;
using EDefter.Core.Text;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Receiving;
using EDefter.Functions.Http;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Vouchers;

/// <summary>A page of vouchers: <c>{ "vouchers": [ … ], "next": "/api/…" }</c>, each voucher in its canonical JSON.</summary>
public sealed class VoucherPageResult(VoucherPage page, string? next) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.ContentType = "application/json; charset=utf-8";
        var buffer = new ByteBuffer();
        buffer.Write("{\"vouchers\":["u8);
        for (var i = 0; i < page.Vouchers.Count; i++)
        {
            if (i > 0)
                buffer.Write(","u8);
            VoucherJsonWriter.Write(buffer, page.Vouchers[i].Voucher);
        }

        buffer.Write("]"u8);
        if (next is not null)
            Encoding.UTF8.GetBytes($",\"next\":{WireJson.Write(next)}", buffer);
        buffer.Write("}"u8);
        await using var body = ResponseBody.Open(context.HttpContext, System.IO.Compression.CompressionLevel.Fastest);
        await body.WriteAsync(buffer.WrittenMemory, context.HttpContext.RequestAborted);
    }
}
