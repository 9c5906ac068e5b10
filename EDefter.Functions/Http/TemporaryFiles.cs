using EDefter.Core.Workflow.Ports;

namespace EDefter.Functions.Http;

/// <summary>Scratch room in temporary files, deleted when they are closed.</summary>
internal sealed class TemporaryFiles : IScratch
{
    public Stream Create() => TemporaryFile.Create();
}
