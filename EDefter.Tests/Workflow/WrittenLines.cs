using Microsoft.Extensions.Logging;

namespace EDefter.Tests.Workflow;

/// <summary>Keeps what a function writes to the log.</summary>
internal sealed class WrittenLines<T> : ILogger<T>
{
    public List<string> Written { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Written.Add(formatter(state, exception));
}
