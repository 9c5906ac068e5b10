using EDefter.Core.Workflow;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Http;

/// <summary>Outcomes of use cases as answers.</summary>
public static class Answers
{
    public static IActionResult Answer<T>(this Outcome<T> outcome)
        where T : class => outcome.Answer(value => new WireResult(value));

    public static IActionResult Answer<T>(this Outcome<T> outcome, Func<T, IActionResult> answer)
        where T : class => outcome.IsRefused ? new ProblemResult(outcome.Refusal) : answer(outcome.Value);
}
