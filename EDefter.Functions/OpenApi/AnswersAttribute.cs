namespace EDefter.Functions.OpenApi;

/// <summary>What a call answers when it is not refused: a type of the wire as JSON, or a file.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AnswersAttribute : Attribute
{
    /// <param name="type">What is written as JSON.</param>
    /// <param name="status">HTTP status.</param>
    public AnswersAttribute(Type type, int status = StatusCodes.Status200OK)
    {
        Type = type;
        Status = status;
    }

    /// <param name="mediaType">What the file is.</param>
    public AnswersAttribute(string mediaType) => MediaType = mediaType;

    /// <param name="status">A status without a body.</param>
    public AnswersAttribute(int status) => Status = status;

    public Type? Type { get; }

    public int Status { get; } = StatusCodes.Status200OK;

    public string? MediaType { get; }
}
