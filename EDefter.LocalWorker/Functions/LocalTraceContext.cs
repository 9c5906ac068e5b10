using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.LocalWorker.Functions;

/// <summary>What a request's headers tell. The Azure host begins a trace of its own where there is none; here there is no such host.</summary>
internal sealed class LocalTraceContext(HttpContext? http) : TraceContext
{
    public override string TraceParent => http?.Request.Headers.TraceParent.ToString() ?? string.Empty;
}
