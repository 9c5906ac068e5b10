import { useEffect, useRef, useState } from "preact/hooks";
import { Client } from "../api/client";
import type { PlatformSignIn, SessionAnswer } from "../api/shapes";
import { type Language, keptLanguage, say, speak } from "../language/language";
import { forgetSession, keepSession, keptSession, type Session, signedInBy, withEntry, withoutEntry } from "../session/session";
import { Notice } from "../ui/controls";
import { go, hashOf, useRoute } from "../ui/route";
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
    setEnded(false);
    change(made);
    if (route.page === "yeni-anahtar") go({});
  };
  useEffect(() => {
    void renewKept();
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
    setEnded(true);
    // Who signed in and is refused is not signed in any more.
    if (key === null) setDoor((before) => (before.isOpen && before.platform !== undefined ? { isOpen: true, platform: before.platform } : before));
  };
  // A key that was kept may reach other companies, branches and years by now.
  const renewKept = async () => {
    for (const { key } of session?.entries ?? []) {
      const answer = await signedInBy(new Client(key, () => refuse(key))).catch(() => undefined); // Whoever is refused is sent out by his client; whatever else is in the way, the screens say.
      if (answer !== undefined && present.current?.entries.some((entry) => entry.key === key) === true) change(withEntry(present.current, { key, answer }));
    }
  };
  usePlace(hashOf(route));
  const turn = () => {
    const other: Language = language === "tr" ? "en" : "tr";
    speak(other);
    setLanguage(other);
  };
  return (
    <Frame session={session} onLanguage={turn} onSignOut={signOut}>
      {ended && session !== null && <Notice kind="warning">{say.signIn.oneEnded}</Notice>}
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

/** A new place is seen from its top; and when what had the focus went with the place before, the keyboard and a screen reader go on from the beginning of this one. */
function usePlace(place: string): void {
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    scrollTo(0, 0);
    if (document.activeElement === null || document.activeElement === document.body) document.getElementById("content")?.focus({ preventScroll: true });
  }, [place]);
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
