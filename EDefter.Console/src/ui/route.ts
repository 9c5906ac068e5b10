import { useEffect, useState } from "preact/hooks";

export const tabs = ["fisler", "kontrol", "bakim", "numara", "arsiv"] as const;
export type Tab = (typeof tabs)[number];

/** Where the reader is: #/company/branch/2025 or #/company/branch/2025-01/tab. */
export interface Route {
  company?: string;
  branch?: string;
  year?: string;
  period?: string;
  tab?: Tab;
}

export function readRoute(hash: string): Route {
  const [company, branch, time, tab] = hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  if (!company || !branch) return {};
  const route: Route = { company, branch };
  if (time !== undefined && /^\d{4}-\d{2}$/.test(time)) {
    route.period = time;
    if (tabs.includes(tab as Tab)) route.tab = tab as Tab;
  } else if (time !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(time)) route.year = time;
  return route;
}

export function hashOf({ company, branch, year, period, tab }: Route): string {
  const parts = [company, branch, period ?? year, period === undefined ? undefined : tab];
  return `#/${parts.filter((part) => part !== undefined).map((part) => encodeURIComponent(part as string)).join("/")}`;
}

export function go(route: Route): void {
  location.hash = hashOf(route);
}

export function useRoute(): Route {
  const [route, setRoute] = useState(readRoute(location.hash));
  useEffect(() => {
    const listen = () => setRoute(readRoute(location.hash));
    addEventListener("hashchange", listen);
    return () => removeEventListener("hashchange", listen);
  }, []);
  return route;
}
