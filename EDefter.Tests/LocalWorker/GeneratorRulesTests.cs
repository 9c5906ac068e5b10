using System.Reflection;
using EDefter.LocalWorker.Functions;
using EDefter.Tests.LocalWorker.Samples;
using Xunit;

namespace EDefter.Tests.LocalWorker;

public sealed class GeneratorRulesTests
{
    [Fact]
    public void The_functions_of_EDefter_would_be_accepted_by_the_real_worker()
    {
        var types = Assembly.Load("EDefter.Functions").GetTypes();
        Assert.Empty(GeneratorRules.Check(types));
        Assert.NotEmpty(FunctionDiscovery.FindMethods(types));
    }

    [Theory]
    [InlineData(typeof(HttpFunctions), 7)]
    [InlineData(typeof(OutputFunctions), 2)]
    [InlineData(typeof(QueueFunctions), 2)]
    [InlineData(typeof(TimerFunctions), 1)]
    public void Good_functions_are_found_and_pass(Type type, int count)
    {
        Assert.Empty(GeneratorRules.Check([type]));
        Assert.Equal(count, FunctionDiscovery.Find([type]).Count);
    }

    [Theory]
    [InlineData(typeof(BadFunctions.NotPublic), "public method of a public class")]
    [InlineData(typeof(BadFunctions.InHiddenClass), "public method of a public class")]
    [InlineData(typeof(BadFunctions.SameName), "used 2 times")]
    [InlineData(typeof(BadFunctions.OddName), "must start with a letter")]
    [InlineData(typeof(BadFunctions.NoTrigger), "exactly one trigger, this one has 0")]
    [InlineData(typeof(BadFunctions.TwoTriggers), "exactly one trigger, this one has 2")]
    [InlineData(typeof(BadFunctions.ShortQueueName), "'ab' is not a queue name")]
    [InlineData(typeof(BadFunctions.UpperQueueOutput), "'Work-Items' is not a queue name")]
    [InlineData(typeof(BadFunctions.ShortContainer), "'ab/{id}' is not container/name")]
    [InlineData(typeof(BadFunctions.NoBlobName), "'manifests' is not container/name")]
    [InlineData(typeof(BadFunctions.FiveFields), "not a schedule of six fields")]
    [InlineData(typeof(BadFunctions.TimerAsText), "a timer's parameter")]
    [InlineData(typeof(BadFunctions.BrokenRoute), "cannot be read")]
    [InlineData(typeof(BadFunctions.RootedRoute), "must not start with '/'")]
    [InlineData(typeof(BadFunctions.UnknownParameter), "cannot be bound")]
    [InlineData(typeof(BadFunctions.PlainAnswer), "an HTTP function returns an IActionResult")]
    [InlineData(typeof(BadFunctions.OutputInsteadOfAnswer), "class with an [HttpResult] property")]
    [InlineData(typeof(BadFunctions.NoHttpResult), "exactly one [HttpResult], this one has 0")]
    [InlineData(typeof(BadFunctions.HttpResultOfQueue), "belongs to a function with an HTTP trigger")]
    [InlineData(typeof(BadFunctions.NobodyWaits), "returns a Task; nobody could wait")]
    [InlineData(typeof(BadFunctions.ValueTaskReturned), "does not wait for a ValueTask")]
    [InlineData(typeof(BadFunctions.DeepTrigger), "exactly two levels under BindingAttribute")]
    [InlineData(typeof(BadFunctions.DeepOutput), "directly under OutputBindingAttribute")]
    [InlineData(typeof(BadFunctions.TwoOutputsOfMethod), "carries at most one output")]
    public void Every_planted_fault_is_caught(Type type, string expected) => Assert.Contains(GeneratorRules.Check([type]), violation => violation.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void Every_planted_fault_has_its_line_above()
    {
        var planted = typeof(BadFunctions).GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Where(type => FunctionDiscovery.FindMethods([type]).Any());
        var tested = GetType().GetMethod(nameof(Every_planted_fault_is_caught))!.GetCustomAttributes<InlineDataAttribute>().Select(line => (Type)line.Data[0]!);
        Assert.Equal(planted.ToHashSet(), tested.ToHashSet());
    }
}
