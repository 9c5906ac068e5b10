using EDefter.Core.Workflow.Ports;
using EDefter.Storage;
using EDefter.Storage.Tables;
using EDefter.Tests.Storage;

namespace EDefter.Tests.Invariants;

/// <summary>A bug of ours: whoever commits an act of a kind meets a fault that no trying again mends, right before anything of it stands.</summary>
internal sealed class CommitFaults(CommitKind kind) : Plant
{
    public bool IsOn { get; set; } = true;

    public override ITable Table(ITable table) => new Faulty(this, kind, table);

    private sealed class Faulty(CommitFaults faults, CommitKind broken, ITable inner) : TableDecorator(inner)
    {
        private readonly string word = StorageJson.Write(broken).Trim('"');

        public override Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken) =>
            faults.IsOn && actions.Any(action => action.Row.Key.StartsWith("commit|", StringComparison.Ordinal) && action.Row.Text("Kind") == word)
                ? throw new InvalidOperationException("planted")
                : base.SubmitAsync(actions, cancellationToken);
    }
}
