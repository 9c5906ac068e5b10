namespace EDefter.Core.Workflow;

/// <summary>For results whose type is an interface, which C# does not convert by itself.</summary>
public static class Outcomes
{
    public static Outcome<T> Of<T>(T value)
        where T : class => value;
}
