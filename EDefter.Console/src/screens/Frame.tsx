import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { say } from "../language/language";
import { keptTheme, type Theme, useTheme } from "../session/look";
import type { Session } from "../session/session";
import { Button } from "../ui/controls";

const themes: readonly Theme[] = ["auto", "light", "dark"];

/** What stands around every screen: the name of the house, who works here, language and light. */
export function Frame({ session, onLanguage, onSignOut, children }: { session: Session | null; onLanguage: () => void; onSignOut: () => void; children: ComponentChildren }) {
  const [theme, setTheme] = useState<Theme>(keptTheme);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "auto";
  return (
    <>
      <a class="skip" href="#content" onClick={skip}>
        {say.skip}
      </a>
      <header class="house">
        <a class="brand" href="#/">
          <img src="/icon.svg" alt="" width="24" height="24" />
          EDefter
        </a>
        <nav class="row">
          {session !== null && <span class="who">{session.name}</span>}
          <Button
            kind="quiet"
            onPress={() => {
              useTheme(next);
              setTheme(next);
            }}
          >
            <span class="desk">{say.theme.name}</span> {say.theme[theme]}
          </Button>
          <Button kind="quiet" onPress={onLanguage}>
            {say.language}
          </Button>
          {session !== null && (
            <Button kind="quiet" onPress={onSignOut}>
              {say.signOut}
            </Button>
          )}
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

// A fragment would be taken for a place of the screen; so the focus is moved by hand.
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById("content")?.focus();
}
