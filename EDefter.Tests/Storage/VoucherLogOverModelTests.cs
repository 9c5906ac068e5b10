using EDefter.Storage.Tables;

namespace EDefter.Tests.Storage;

public sealed class VoucherLogOverModelTests : VoucherLogContract
{
    internal override ITable Table { get; } = new MemoryTable();
}
