using EDefter.Core.Workflow;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Http;

/// <summary>Outcomes of use cases as answers.</summary>
public static class Answers
{
    public static IActionResult Answer<T>(this Outcome<T> outcome)
        where T : class => outcome.Answer(value => new WireResult(value));

    /// <summary>201: something that was not there before.</summary>
    public static IActionResult AnswerCreated<T>(this Outcome<T> outcome)
        where T : class => outcome.Answer(value => new WireResult(value, StatusCodes.Status201Created));

    public static IActionResult Answer<T>(this Outcome<T> outcome, Func<T, IActionResult> answer)
        where T : class => outcome.IsRefused ? new ProblemResult(outcome.Refusal) : answer(outcome.Value);
}
