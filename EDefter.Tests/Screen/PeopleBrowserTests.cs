using System.Text.Json.Nodes;
using EDefter.Functions.Gate.Entra;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Storage;
using EDefter.Tests.Gate;
using EDefter.Tests.Live;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Screen;

/// <summary>Who comes in and how, in a real browser: companies and keys that an admin makes, several keys in one session, and the company's directory instead of a key.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class PeopleBrowserTests(LiveApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [DeepChromiumFact]
    public async Task An_admin_makes_a_company_and_its_keys_and_who_has_two_keys_has_two_companies()
    {
        using var other = await LiveBook.OpenAsync(app, company => company["title"] = "BAŞKA TİCARET LTD. ŞTİ.");
        var company = LiveBook.NewCompany();
        var seen = await ConsoleScript.PlayAsync("companies", app.Address, new JsonObject
        {
            ["key"] = LiveApp.AdminKey,
            ["company"] = company,
            ["title"] = "YENİ OTELCİLİK A.Ş.",
            ["otherKey"] = await other.IssueAsync("accountant"),
            ["otherTitle"] = "BAŞKA TİCARET LTD. ŞTİ.",
        });
        using var client = other.ClientFor(seen.GetProperty("renewed").GetString());
        var made = await LiveBook.GetAsync(client, $"/api/companies/{company}");
        Assert.Equal(("4540536920", "YENİ OTELCİLİK A.Ş.", "İzmir"), (made.GetProperty("taxId").GetString(), made.GetProperty("title").GetString(), made.GetProperty("address").GetProperty("city").GetString()));
        Assert.Equal("0000", made.GetProperty("branches").EnumerateArray().Single().GetProperty("code").GetString());
        Assert.Single(made.GetProperty("fiscalYears").EnumerateArray());
    }

    [ChromiumFact]
    public async Task Where_only_keys_open_nobody_is_sent_to_the_directory() =>
        await ConsoleScript.PlayAsync("platform", app.Address, new JsonObject { ["act"] = "keys-only" });

    [DeepChromiumFact]
    public async Task Who_signs_in_with_the_directory_needs_no_key_and_signs_out_of_both()
    {
        using var first = await LiveBook.OpenAsync(app, company => company["title"] = "BİRİNCİ A.Ş.");
        using var second = await LiveBook.OpenAsync(app, company => company["title"] = "İKİNCİ A.Ş.");
        var azurite = await Azurite.SharedAsync();
        // The first token of a sign-in is over as soon as it is used: the page has it renewed, and its reader hears nothing of it.
        var given = 0;
        using var host = await LiveApp.StartAsync(azurite.ConnectionString, TimeProvider.System, builder =>
        {
            var issuer = LocalIssuer.Shared;
            string Token() => issuer.Token(
                claims => claims["roles"] = new JsonArray($"EDefter.Accountant.{first.Company}", $"EDefter.Integrator.{second.Company}"),
                DateTimeOffset.UtcNow.AddHours(Interlocked.Increment(ref given) % 2 == 1 ? -2 : 0));
            builder.Services.AddSingleton(new EntraSwitch(issuer.Settings, PlatformSignIn.From("True", issuer.Settings)));
            builder.Services.AddSingleton<IStartupFilter>(new PlatformDoor(Token));
        });
        foreach (var act in new[] { "leave", "end" })
            await ConsoleScript.PlayAsync("platform", host.GetLocalAddress(), new JsonObject { ["act"] = act, ["person"] = "Nurgül Özışık", ["titles"] = new JsonArray("BİRİNCİ A.Ş.", "İKİNCİ A.Ş.") });
        Assert.True(given >= 4, "Each of the two sign-ins was given a token, and another one when that was over.");
        await host.StopAsync(Cancellation);
    }
}
