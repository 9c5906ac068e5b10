import { useEffect, useState } from "preact/hooks";

/** The steps of a month in their order, and what stands beside them: nobody has to go there. */
export const steps = ["fisler", "kontrol", "bakim", "numara", "arsiv"] as const;
export const asides = ["prova", "kapanis"] as const;
export type Tab = (typeof steps)[number] | (typeof asides)[number];

const tabs: readonly string[] = [...steps, ...asides];
const webhooks = "bildirimler";

/** Where the reader is: #/company/branch/2025-01-01 (a year), #/company/branch/2025-01/tab, or #/company/bildirimler. */
export interface Route {
  company?: string;
  page?: typeof webhooks;
  branch?: string;
  year?: string;
  period?: string;
  tab?: Tab;
}

export function readRoute(hash: string): Route {
  const [company, branch, time, tab] = hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  if (!company || !branch) return {};
  if (branch === webhooks) return { company, page: webhooks };
  const route: Route = { company, branch };
  if (time !== undefined && /^\d{4}-\d{2}$/.test(time)) {
    route.period = time;
    if (tab !== undefined && tabs.includes(tab)) route.tab = tab as Tab;
  } else if (time !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(time)) route.year = time;
  return route;
}

export function hashOf({ company, page, branch, year, period, tab }: Route): string {
  const parts = page !== undefined ? [company, page] : [company, branch, period ?? year, period === undefined ? undefined : tab];
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
