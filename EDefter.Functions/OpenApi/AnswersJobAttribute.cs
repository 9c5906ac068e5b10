namespace EDefter.Functions.OpenApi;

/// <summary>A call that becomes a job: 202 with the job and its address, or what it ended with when that comes within <c>?wait=</c> seconds.</summary>
/// <param name="result">What a job that succeeded answers.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AnswersJobAttribute(Type result) : Attribute
{
    public Type Result { get; } = result;
}
