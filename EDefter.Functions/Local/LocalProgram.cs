using System.Text;
using EDefter.Functions.Azure;
using EDefter.LocalWorker.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;

namespace EDefter.Functions.Local;

/// <summary>The program on a developer's machine: with a storage emulator and an admin key of its own, and with the sample month.</summary>
internal static class LocalProgram
{
    /// <returns>0, or 1 when it could not start, the sample did not come through or stopping could not be finished, or 2 when a word of the command line means nothing.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        // A console of Windows has a code page of its own, in which half of the sample's letters and arrows would be question marks.
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Encoding.UTF8;
        var words = ProgramArguments.Parse(arguments);
        if (words.Help || words.Unknown is not null)
        {
            if (words.Unknown is { } unknown)
                await Console.Error.WriteLineAsync($"Bilinmeyen ya da eksik: {unknown} / Unknown or incomplete: {unknown}\n");
            await (words.Unknown is null ? Console.Out : Console.Error).WriteLineAsync(ProgramArguments.Usage);
            return words.Unknown is null ? 0 : 2;
        }

        try
        {
            return await RunAsync(FunctionsApplication.CreateBuilder(arguments), words);
        }
        catch (LocalStartException refused)
        {
            await Console.Error.WriteLineAsync("\nEDefter başlatılamadı. / EDefter could not start.\n" + refused.Message);
            return 1;
        }
    }

    private static async Task<int> RunAsync(FunctionsApplicationBuilder builder, ProgramArguments words)
    {
        var adminKey = LocalAdminKey.Find(builder.Configuration[SettingNames.AdminKey]);
        if (string.IsNullOrWhiteSpace(builder.Configuration[SettingNames.WebhookKey]))
            builder.Configuration[SettingNames.WebhookKey] = LocalSecret.Find("webhook.key").Secret;
        // A receiver that is being written runs on the developer's own machine.
        builder.Configuration[SettingNames.WebhookPrivate] ??= "127.0.0.1";
        builder.Services.Configure<LocalWorkerOptions>(builder.Configuration.GetSection(LocalWorkerOptions.Section));
        builder.UseEDefter(builder.Configuration[SettingNames.Storage] ?? "UseDevelopmentStorage=true", adminKey.Key, TimeProvider.System);
        using var host = builder.Build();
        await host.StartAsync();
        var address = host.GetLocalAddress();
        await LocalUploads.AllowAsync(host.Services, address, CancellationToken.None);
        await Console.Out.WriteLineAsync($"EDefter çalışıyor: {address}api/health");
        await Console.Out.WriteLineAsync($"Ekran: {address} (tarayıcıda açın; bir muhasebeci anahtarıyla girilir)");
        await Console.Out.WriteLineAsync(adminKey.Announcement);
        var exitCode = words.Sample ? await RunSampleAsync(host, address, adminKey.Key, words.Output) : 0;
        if (exitCode == 0 && !words.Exit)
        {
            await Console.Out.WriteLineAsync("Durdurmak için Ctrl-C.");
            return await LocalStop.RunAsync(() => host.WaitForShutdownAsync(), Console.Error);
        }

        return Math.Max(exitCode, await LocalStop.RunAsync(() => host.StopAsync(), Console.Error));
    }

    private static async Task<int> RunSampleAsync(IHost host, Uri address, string adminKey, string output)
    {
        using var client = new HttpClient { BaseAddress = address };
        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        return await new SampleRun(client, adminKey, output, Console.Out).RunAsync(stopping);
    }
}
