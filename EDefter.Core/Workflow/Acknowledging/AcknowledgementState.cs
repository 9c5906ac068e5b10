namespace EDefter.Core.Workflow.Acknowledging;

/// <summary>Whether an acknowledgement holds, or why it no longer does.</summary>
public enum AcknowledgementState
{
    Standing,
    Withdrawn,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>The voucher has another content than the one that was looked at, or is gone.</summary>
    VoucherChanged,
}
