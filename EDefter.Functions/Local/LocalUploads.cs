using EDefter.Storage;

namespace EDefter.Functions.Local;

/// <summary>Lets the console of this machine write large files to the emulator. An account in the cloud is not touched: its rules are its owner's (docs/operations.md).</summary>
internal static class LocalUploads
{
    public static Task AllowAsync(IServiceProvider services, Uri address, CancellationToken cancellationToken)
    {
        if (!services.GetRequiredService<UploadPlace>().Container.IsLoopback)
            return Task.CompletedTask;
        // The same page under both names of this machine.
        string[] origins = [address.GetLeftPart(UriPartial.Authority), new UriBuilder(address) { Host = "localhost" }.Uri.GetLeftPart(UriPartial.Authority)];
        return services.GetRequiredService<StorageSetup>().AllowUploadsFromAsync(origins, cancellationToken);
    }
}
