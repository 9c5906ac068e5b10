using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Deadlines;

/// <summary>A calendar (RFC 5545) as an answer.</summary>
public sealed class DeadlineCalendarResult(string calendar) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var bytes = Encoding.UTF8.GetBytes(calendar);
        http.Response.ContentType = "text/calendar; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers.ContentDisposition = "attachment; filename=\"edefter-son-gunler.ics\"";
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
