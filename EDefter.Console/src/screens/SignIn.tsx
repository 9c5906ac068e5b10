import { useState } from "preact/hooks";
import { Client } from "../api/client";
import type { SessionAnswer } from "../api/shapes";
import { say } from "../language/language";
import type { Session } from "../session/session";
import { Failure, Field, Notice } from "../ui/controls";
import { useWork } from "../ui/work";

export function SignIn({ ended, onSignIn }: { ended: boolean; onSignIn: (session: Session) => void }) {
  const [key, setKey] = useState("");
  const [name, setName] = useState("");
  const work = useWork();
  const enter = (event: Event) => {
    event.preventDefault();
    const trimmed = { key: key.trim(), name: name.trim() };
    work.run(async () => {
      const answer = await new Client(trimmed.key).get<SessionAnswer>("/api/session");
      onSignIn({ ...trimmed, answer });
    });
  };
  return (
    <section class="card signin">
      <h1>{say.signIn.title}</h1>
      <p class="lead">{say.brandLine}</p>
      {ended && work.error === null && <Notice kind="warning">{say.signIn.ended}</Notice>}
      <form onSubmit={enter}>
        <Field label={say.signIn.key} hint={say.signIn.keyHint}>
          <input id="key" type="password" autocomplete="off" spellcheck={false} required value={key} onInput={(event) => setKey(event.currentTarget.value)} />
        </Field>
        <Field label={say.signIn.name} hint={say.signIn.nameHint}>
          <input id="name" type="text" autocomplete="name" required minLength={2} value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </Field>
        <Failure error={work.error} />
        <button id="enter" type="submit" class="button main" disabled={work.running}>
          {say.signIn.enter}
        </button>
      </form>
    </section>
  );
}
