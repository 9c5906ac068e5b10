import { useState } from "preact/hooks";
import { say } from "../language/language";
import { Button } from "../ui/controls";
import { Dialog } from "../ui/dialog";

export interface SecretDialogProps {
  title: string;
  text: string;
  label: string;
  secret: string;
  onClose: () => void;
}

/** A secret is told once. So it is shown until somebody says that it is kept elsewhere. */
export function SecretDialog({ title, text, label, secret, onClose }: SecretDialogProps) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setIsCopied(true);
  };
  return (
    <Dialog title={title} onClose={onClose} isHeld>
      <p>{text}</p>
      <label class="field">
        <span class="label">{label}</span>
        <input id="secret" type="text" readOnly value={secret} spellcheck={false} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <div class="row end wrap">
        <span class="hint grow" role="status">
          {isCopied && say.secret.copied}
        </span>
        {isSecureContext && <Button onPress={() => void copy()}>{say.secret.copy}</Button>}
        <Button id="secret-kept" kind="main" onPress={onClose}>
          {say.secret.kept}
        </Button>
      </div>
    </Dialog>
  );
}
