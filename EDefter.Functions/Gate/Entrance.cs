using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using EDefter.Functions.Gate.Entra;
using EDefter.Functions.Gate.Limits;

namespace EDefter.Functions.Gate;

/// <summary>Who a request comes from, by key or by token, and whether he comes too often.</summary>
public sealed class Entrance(KeyRecognition keys, EntraTokens tokens, KeyUses uses, GuessLimit guesses, CallerLimit callers)
{
    /// <summary>People may sign in with a token of the directory.</summary>
    public bool TakesTokens => tokens.IsOn;

    /// <param name="http">The request.</param>
    /// <param name="cost">How much of a request it counts for.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<Recognised>> RecogniseAsync(HttpContext http, double cost, CancellationToken cancellationToken)
    {
        if (Credential.Of(http.Request) is not { } credential)
            return Refusals.Unauthenticated();
        var found = await guesses.JudgeAsync(ClientAddress.Of(http), credential.Text, () => JudgeAsync(credential, cancellationToken));
        if (found.IsRefused)
            return found;
        if (callers.RefusalFor(found.Value.Caller.KeyId, cost) is { } refusal)
            return refusal;
        if (found.Value.Key is { } key)
            await uses.NoteAsync(key);
        return found;
    }

    private Task<Outcome<Recognised>> JudgeAsync(Credential credential, CancellationToken cancellationToken) => credential.Kind switch
    {
        CredentialKind.Token => tokens.RecogniseAsync(credential.Text, cancellationToken),
        var kind => keys.RecogniseAsync(credential.Text, kind == CredentialKind.KeyInAddress, cancellationToken),
    };
}
