import { useEffect, useRef, useState } from "preact/hooks";
import { Client } from "../api/client";
import type { PlatformSignIn, SessionAnswer } from "../api/shapes";
import { type Language, keptLanguage, say, speak } from "../language/language";
import { forgetSession, keepSession, keptSession, type Session, signedInBy, withEntry, withoutEntry } from "../session/session";
import { go, useRoute } from "../ui/route";
import { Frame } from "./Frame";
import { Inside } from "./Inside";
import { SignIn } from "./SignIn";

/** Whether the directory already says who is here; nothing is drawn before it is known, so that nobody is asked for a key in vain. */
type Door = { isOpen: false } | { isOpen: true; platform?: PlatformSignIn; answer?: SessionAnswer };

export function App() {
  const [session, setSession] = useState<Session | null>(keptSession);
  // What a call that began earlier is told at its end must meet the session as it is then.
  const present = useRef(session);
  const [ended, setEnded] = useState(false);
  const [door, setDoor] = useState<Door>({ isOpen: false });
  const [language, setLanguage] = useState<Language>(keptLanguage);
  const route = useRoute();
  const change = (changed: Session | null) => {
    if (changed === null) forgetSession();
    else keepSession(changed);
    present.current = changed;
    setSession(changed);
  };
  const enter = (made: Session) => {
    change(made);
    if (route.page === "yeni-anahtar") go({});
  };
  useEffect(() => {
    void knock(session !== null).then((found) => {
      if (session === null && found.isOpen && found.answer?.person !== undefined) change({ name: found.answer.person, entries: [{ key: null, answer: found.answer }] });
      setDoor(found);
    });
  }, []);
  const signOut = () => {
    const isSignedIn = session?.entries.some(({ key }) => key === null) === true;
    change(null);
    setEnded(false);
    if (isSignedIn && door.isOpen && door.platform !== undefined) location.assign(door.platform.signOut);
  };
  const refuse = (key: string | null) => {
    const left = present.current === null ? null : withoutEntry(present.current, key);
    change(left);
    setEnded(left === null);
    // Who signed in and is refused is not signed in any more.
    if (key === null) setDoor((before) => (before.isOpen && before.platform !== undefined ? { isOpen: true, platform: before.platform } : before));
  };
  const turn = () => {
    const other: Language = language === "tr" ? "en" : "tr";
    speak(other);
    setLanguage(other);
  };
  return (
    <Frame key={language} session={session} onLanguage={turn} onSignOut={signOut}>
      {session !== null && route.page !== "yeni-anahtar" ? (
        <Inside session={session} route={route} onSession={change} onRefused={refuse} />
      ) : !door.isOpen ? (
        <p class="loading">{say.loading}</p>
      ) : (
        <SignIn
          key={session === null ? "first" : "another"}
          ended={ended}
          name={session?.name}
          platform={session === null ? door.platform : undefined}
          answer={session === null ? door.answer : undefined}
          onSignIn={(name, entry) => enter(session === null ? { name, entries: [entry] } : withEntry(session, entry))}
        />
      )}
    </Frame>
  );
}

/** Asks where one signs in, and whether one has. A server that does not say has keys only. */
async function knock(isInside: boolean): Promise<Door> {
  const stranger = new Client(null);
  try {
    const { signIn: platform } = await stranger.get<{ signIn?: PlatformSignIn }>("/api/health/live");
    if (platform === undefined) return { isOpen: true };
    if (isInside) return { isOpen: true, platform };
    const answer = await signedInBy(stranger).catch(() => undefined);
    return answer === undefined ? { isOpen: true, platform } : { isOpen: true, platform, answer };
  } catch {
    return { isOpen: true }; // The key's form says what is wrong when it is used.
  }
}
