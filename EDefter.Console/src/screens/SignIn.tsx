import { useState } from "preact/hooks";
import { Client } from "../api/client";
import type { PlatformSignIn, SessionAnswer } from "../api/shapes";
import { say } from "../language/language";
import { type Entry, signedInBy } from "../session/session";
import { Failure, Field, Notice } from "../ui/controls";
import { useWork } from "../ui/work";

export interface SignInProps {
  ended: boolean;
  /** Who is inside already and adds another key; absent: somebody comes in. */
  name: string | undefined;
  /** Where one signs in with the company's directory. */
  platform: PlatformSignIn | undefined;
  /** The directory says who is here, but not what he is called. */
  answer: SessionAnswer | undefined;
  onSignIn: (name: string, entry: Entry) => void;
}

export function SignIn({ ended, name: known, platform, answer, onSignIn }: SignInProps) {
  const [key, setKey] = useState("");
  const [name, setName] = useState(known ?? "");
  const work = useWork();
  const enter = (event: Event) => {
    event.preventDefault();
    const shown = answer === undefined ? key.trim() : null;
    work.run(async () => onSignIn(name.trim(), { key: shown, answer: answer ?? (await signedInBy(new Client(shown))) }));
  };
  const isAnother = known !== undefined;
  return (
    <section class="card signin">
      <h1>{isAnother ? say.signIn.another : say.signIn.title}</h1>
      <p class="lead">{isAnother ? say.signIn.anotherLead : say.brandLine}</p>
      {ended && work.error === null && <Notice kind="warning">{say.signIn.ended}</Notice>}
      {platform !== undefined && answer === undefined && (
        <>
          <a id="platform" class="button main" href={platform.signIn}>
            {say.signIn.platform}
          </a>
          <p class="or">{say.signIn.or}</p>
        </>
      )}
      <form onSubmit={enter}>
        {answer === undefined && (
          <Field label={say.signIn.key} hint={say.signIn.keyHint}>
            <input id="key" type="password" autocomplete="off" spellcheck={false} required value={key} onInput={(event) => setKey(event.currentTarget.value)} />
          </Field>
        )}
        {!isAnother && (
          <Field label={say.signIn.name} hint={say.signIn.nameHint}>
            <input id="name" type="text" autocomplete="name" required minLength={2} value={name} onInput={(event) => setName(event.currentTarget.value)} />
          </Field>
        )}
        <Failure error={work.error} />
        <button id="enter" type="submit" class={`button ${platform === undefined || answer !== undefined ? "main" : "plain"}`} disabled={work.running}>
          {isAnother ? say.signIn.add : say.signIn.enter}
        </button>
        {isAnother && (
          <a class="button quiet" href="#/">
            {say.cancel}
          </a>
        )}
      </form>
    </section>
  );
}
