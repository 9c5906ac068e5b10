namespace EDefter.Storage.Log;

/// <summary>What an <see cref="IdTable{TSlot}"/> keeps with each of its values; nobody else writes it.</summary>
internal interface IIdSlot
{
    /// <summary>Hash of the voucher's id.</summary>
    UInt128 Id { get; set; }

    /// <summary>The next slot of the bucket, or where the slot is free, the next free one.</summary>
    int Next { get; set; }
}
