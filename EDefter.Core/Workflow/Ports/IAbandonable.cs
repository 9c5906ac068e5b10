namespace EDefter.Core.Workflow.Ports;

/// <summary>A stream of <see cref="IBlobs.CreateAsync"/> that can be given up: what was written to it then never becomes a blob, and never replaces the one that stands there.</summary>
public interface IAbandonable
{
    void Abandon();
}
