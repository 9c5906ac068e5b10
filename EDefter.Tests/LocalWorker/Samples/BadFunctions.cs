using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace EDefter.Tests.LocalWorker.Samples;

/// <summary>One class per rule of the real worker, each breaking that rule and no other.</summary>
public static class BadFunctions
{
    public static class NotPublic
    {
        [Function("notPublic")]
        internal static void Run([QueueTrigger("work-items")] string message) => _ = message;
    }

    internal static class InHiddenClass
    {
        [Function("inHiddenClass")]
        public static void Run([QueueTrigger("work-items")] string message) => _ = message;
    }

    public static class SameName
    {
        [Function("same")]
        public static void First([QueueTrigger("work-items")] string message) => _ = message;

        [Function("Same")]
        public static void Second([QueueTrigger("work-items")] string message) => _ = message;
    }

    public static class OddName
    {
        [Function("1 name")]
        public static void Run([QueueTrigger("work-items")] string message) => _ = message;
    }

    public static class NoTrigger
    {
        [Function("noTrigger")]
        public static void Run(string message) => _ = message;
    }

    public static class TwoTriggers
    {
        [Function("twoTriggers")]
        public static void Run([QueueTrigger("work-items")] string message, [TimerTrigger("0 0 * * * *")] TimerInfo timer) => _ = (message, timer);
    }

    public static class ShortQueueName
    {
        [Function("shortQueueName")]
        public static void Run([QueueTrigger("ab")] string message) => _ = message;
    }

    public static class UpperQueueOutput
    {
        [Function("upperQueueOutput")]
        [QueueOutput("Work-Items")]
        public static string Run([QueueTrigger("work-items")] string message) => message;
    }

    public static class ShortContainer
    {
        [Function("shortContainer")]
        [BlobOutput("ab/{id}")]
        public static string Run([QueueTrigger("work-items")] string message) => message;
    }

    public static class NoBlobName
    {
        [Function("noBlobName")]
        [BlobOutput("manifests")]
        public static string Run([QueueTrigger("work-items")] string message) => message;
    }

    public static class FiveFields
    {
        [Function("fiveFields")]
        public static void Run([TimerTrigger("0 * * * *")] TimerInfo timer) => _ = timer;
    }

    public static class TimerAsText
    {
        [Function("timerAsText")]
        public static void Run([TimerTrigger("0 0 * * * *")] string timer) => _ = timer;
    }

    public static class BrokenRoute
    {
        [Function("brokenRoute")]
        public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{id}/b/{id}")] HttpRequest request, string id) => new OkObjectResult((request, id));
    }

    public static class RootedRoute
    {
        [Function("rootedRoute")]
        public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "/a")] HttpRequest request) => new OkObjectResult(request);
    }

    public static class UnknownParameter
    {
        [Function("unknownParameter")]
        public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{id}")] HttpRequest request, Version id) => new OkObjectResult((request, id));
    }

    public static class PlainAnswer
    {
        [Function("plainAnswer")]
        public static string Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a")] HttpRequest request) => request.Path;
    }

    public static class OutputInsteadOfAnswer
    {
        [Function("outputInsteadOfAnswer")]
        [QueueOutput("work-items")]
        public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a")] HttpRequest request) => new OkObjectResult(request);
    }

    public static class NoHttpResult
    {
        [Function("noHttpResult")]
        public static AnswerWithoutAttribute Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a")] HttpRequest request) => new() { Answer = new OkObjectResult(request) };
    }

    public static class HttpResultOfQueue
    {
        [Function("httpResultOfQueue")]
        public static OnlyAnswer Run([QueueTrigger("work-items")] string message) => new() { Answer = new OkObjectResult(message) };
    }

    public static class NobodyWaits
    {
        [Function("nobodyWaits")]
        public static async void Run([QueueTrigger("work-items")] string message) => await Task.FromResult(message);
    }

    public static class ValueTaskReturned
    {
        [Function("valueTaskReturned")]
        public static ValueTask RunAsync([QueueTrigger("work-items")] string message) => new(Task.FromResult(message));
    }

    public static class DeepTrigger
    {
        [Function("deepTrigger")]
        public static void Run([Deep] string message) => _ = message;
    }

    public static class DeepOutput
    {
        [Function("deepOutput")]
        [DeepOut]
        public static string Run([QueueTrigger("work-items")] string message) => message;
    }

    public static class TwoOutputsOfMethod
    {
        [Function("twoOutputsOfMethod")]
        [QueueOutput("first")]
        [BlobOutput("second/{id}")]
        public static string Run([QueueTrigger("work-items")] string message) => message;
    }

    public sealed class AnswerWithoutAttribute
    {
        public IActionResult? Answer { get; init; }

        [QueueOutput("work-items")]
        public string? Message { get; init; }
    }

    public sealed class OnlyAnswer
    {
        [HttpResult]
        public IActionResult? Answer { get; init; }
    }

    public abstract class MiddleTriggerAttribute : TriggerBindingAttribute;

    public sealed class DeepAttribute : MiddleTriggerAttribute;

    public abstract class MiddleOutputAttribute : OutputBindingAttribute;

    public sealed class DeepOutAttribute : MiddleOutputAttribute;
}
