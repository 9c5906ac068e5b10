namespace EDefter.LocalWorker.Functions;

/// <summary>Functions that would not compile or start with the real worker; every violation is named.</summary>
public sealed class InvalidFunctionsException : Exception
{
    internal InvalidFunctionsException(IReadOnlyList<string> violations)
        : base("The real Functions worker would refuse:\n" + string.Join('\n', violations)) =>
        Violations = violations;

    public IReadOnlyList<string> Violations { get; }
}
