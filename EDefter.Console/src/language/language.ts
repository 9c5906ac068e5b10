import { en } from "./en";
import { tr, type Words } from "./tr";

export type Language = "tr" | "en";

const place = "edefter.language";

/** The words of the screen in the chosen language. What the server says of a month is Turkish in either: it is the language of the books. */
export let say: Words = tr;

export function keptLanguage(): Language {
  return localStorage.getItem(place) === "en" ? "en" : "tr";
}

export function speak(language: Language): void {
  localStorage.setItem(place, language);
  document.documentElement.lang = language;
  say = language === "en" ? en : tr;
}
