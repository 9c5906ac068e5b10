using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Tests.Http;

/// <summary>Functions whose answers come to grief, each at another place.</summary>
public sealed class AnswerFunctions
{
    [Function("whole")]
    public static IActionResult Whole([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "whole")] HttpRequest request) => new ContentResult { Content = "tamam " + request.Path };

    [Function("nothing")]
    public static IActionResult Nothing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "nothing")] HttpRequest request) => new NotFoundResult();

    [Function("fault")]
    public static IActionResult Fault([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fault")] HttpRequest request) => throw new InvalidOperationException("gizli");

    [Function("away")]
    public static IActionResult Away([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "away")] HttpRequest request) => throw new RequestFailedException(503, "gizli");

    [Function("sendingfault")]
    public static IActionResult SendingFault([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sending-fault")] HttpRequest request) => new BrokenResult(linesBefore: 0, new InvalidOperationException("gizli"));

    [Function("sendingaway")]
    public static IActionResult SendingAway([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sending-away")] HttpRequest request) => new BrokenResult(linesBefore: 0, new RequestFailedException(503, "gizli"));

    [Function("half")]
    public static IActionResult Half([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "half")] HttpRequest request) => new BrokenResult(linesBefore: 3, new RequestFailedException(503, "gizli"));
}
