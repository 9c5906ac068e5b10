using EDefter.Storage.Tables;
using Xunit;

namespace EDefter.Tests.Storage;

public sealed class VoucherLogOverAzuriteTests(StorageFixture storage) : VoucherLogContract, IClassFixture<StorageFixture>
{
    internal override ITable Table { get; } = storage.Books();
}
