export type Theme = "auto" | "light" | "dark";

const place = "edefter.theme";

export function keptTheme(): Theme {
  const kept = localStorage.getItem(place);
  return kept === "light" || kept === "dark" ? kept : "auto";
}

/** Light, dark, or as the machine says. */
export function useTheme(theme: Theme): void {
  localStorage.setItem(place, theme);
  document.documentElement.dataset["theme"] = theme;
}
