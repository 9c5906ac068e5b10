import { useState } from "preact/hooks";
import { say } from "../language/language";
import { Button } from "../ui/controls";
import { Dialog } from "../ui/dialog";

/** A secret is told once. So it is shown until somebody says that it is kept elsewhere. */
export function WebhookSecret({ hook, secret, onClose }: { hook: string; secret: string; onClose: () => void }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setIsCopied(true);
  };
  return (
    <Dialog title={say.hooks.secretTitle(hook)} onClose={onClose} isHeld>
      <p>{say.hooks.secretText}</p>
      <label class="field">
        <span class="label">{say.hooks.secret}</span>
        <input id="hook-secret" type="text" readOnly value={secret} spellcheck={false} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <div class="row end wrap">
        <span class="hint grow" role="status">
          {isCopied && say.hooks.copied}
        </span>
        {isSecureContext && <Button onPress={() => void copy()}>{say.hooks.copy}</Button>}
        <Button id="secret-kept" kind="main" onPress={onClose}>
          {say.hooks.kept}
        </Button>
      </div>
    </Dialog>
  );
}
