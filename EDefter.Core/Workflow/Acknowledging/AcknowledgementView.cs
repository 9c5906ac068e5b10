using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Acknowledging;

/// <summary>An acknowledgement with its history, as it is listed.</summary>
public sealed record AcknowledgementView(
    string Id,
    string Rule,
    string? VoucherId,
    int? Line,
    Period? Period,
    string Note,
    DateOnly? Until,
    string By,
    DateTimeOffset At,
    AcknowledgementState State,
    Withdrawal? Withdrawn)
{
    public static AcknowledgementView Of(Acknowledgement said, AcknowledgementState state) =>
        new(said.Id, said.Rule, said.VoucherId, said.Line, said.Period, said.Note, said.Until, said.By, said.At, state, said.Withdrawn);
}
