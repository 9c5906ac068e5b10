using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;

namespace EDefter.Tests.Secrecy;

/// <summary>Keeps every line that is logged, with all that goes with it: the message, its values by name, the scopes around it, the fault with its whole chain.</summary>
internal sealed class CapturedLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> lines = [];
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
        // The lines are read after the host is gone.
    }

    /// <summary>As a host is told to log: everything of our own, and of others what host.json says.</summary>
    public void Listen(ILoggingBuilder logging)
    {
        logging.AddProvider(this);
        logging.AddFilter<CapturedLog>(category: null, LogLevel.Information);
        logging.AddFilter<CapturedLog>("EDefter", LogLevel.Trace);
        logging.AddFilter<CapturedLog>("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter<CapturedLog>("Azure.Core", LogLevel.Warning);
    }

    private static string Text(object? value) => value is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : value?.ToString() ?? string.Empty;

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = new StringBuilder($"{logLevel} {category} {formatter(state, exception)} | {Text(state)}");
            log.scopes.ForEachScope((scope, text) => text.Append(" | ").Append(Text(scope)).Append(' ').Append(scope), line);
            if (exception is not null)
                line.Append(" | ").Append(exception);
            log.lines.Enqueue(line.ToString());
        }
    }
}
