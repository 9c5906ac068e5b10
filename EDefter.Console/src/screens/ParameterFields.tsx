import type { JSX } from "preact";
import type { Profile } from "../api/shapes";
import { say } from "../language/language";
import { Field } from "../ui/controls";

/** Name of a parameter → what was typed. */
export type Typed = Readonly<Record<string, string>>;

const kinds: Readonly<Record<string, JSX.IntrinsicElements["input"]>> = {
  creationDate: { type: "date" },
  firstSeries: { type: "number", min: 1, max: 999999 },
  partMegabytes: { type: "number", min: 1, max: 200 },
  lastDaysOfParts: { type: "text", pattern: "\\d{1,2}(\\s*,\\s*\\d{1,2})*" },
};

/** What a format lets its company choose, each with the value it has when nobody chooses. A company's own format names its parameters itself. */
export function ParameterFields({ profile, typed, onTyped }: { profile: Pick<Profile, "id" | "parameters">; typed: Typed; onTyped: (typed: Typed) => void }) {
  const names = Object.keys(profile.parameters);
  if (names.length === 0) return null;
  return (
    <div class="parameters" role="group" aria-label={say.parameters.title}>
      {names.map((name) => {
        const usual = profile.parameters[name] ?? "";
        const words = say.parameters.known[name] ?? { label: name, hint: "" };
        return (
          <Field key={name} label={words.label} hint={[words.hint, usual === "" ? say.parameters.mayBeEmpty : say.parameters.usual(usual)].filter((text) => text !== "").join(" ")}>
            <input
              {...(kinds[name] ?? { type: "text" })}
              data-parameter={name}
              value={typed[name] ?? usual}
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => onTyped({ ...typed, [name]: event.currentTarget.value })}
            />
          </Field>
        );
      })}
    </div>
  );
}

/** What differs from the format's own values: an archive is named by what was chosen for it. An emptied field is no choice. */
export function chosenParameters({ parameters }: Pick<Profile, "parameters">, typed: Typed): Record<string, string> | undefined {
  const chosen = Object.entries(typed)
    .map(([name, value]): [string, string] => [name, value.trim()])
    .filter(([name, value]) => name in parameters && value !== "" && value !== parameters[name]);
  return chosen.length === 0 ? undefined : Object.fromEntries(chosen);
}
