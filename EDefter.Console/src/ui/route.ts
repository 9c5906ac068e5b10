import { useEffect, useState } from "preact/hooks";

/** The steps of a month in their order, and what stands beside them: nobody has to go there. */
export const steps = ["fisler", "kontrol", "bakim", "numara", "arsiv"] as const;
export const asides = ["prova", "kapanis"] as const;
export type Tab = (typeof steps)[number] | (typeof asides)[number];

const tabs: readonly string[] = [...steps, ...asides];
/** Pages of a company that are no book's, and the one of a company that is not there yet. */
export const pages = ["bildirimler", "bilgiler", "anahtarlar"] as const;
const newCompany = "yeni-firma";
const newKey = "yeni-anahtar";

/** Where the reader is: #/company/branch/2025-01-01 (a year), #/company/branch/2025-01/tab, #/company/bildirimler, #/yeni-firma, #/yeni-anahtar. */
export interface Route {
  company?: string;
  page?: (typeof pages)[number] | typeof newCompany | typeof newKey;
  branch?: string;
  year?: string;
  period?: string;
  tab?: Tab;
}

export function readRoute(hash: string): Route {
  const [company, branch, time, tab] = hash.replace(/^#\/?/, "").split("/").map(decoded);
  if (!branch) return company === newCompany || company === newKey ? { page: company } : {};
  if (!company) return {};
  const page = pages.find((each) => each === branch);
  if (page !== undefined) return { company, page };
  const route: Route = { company, branch };
  if (time !== undefined && /^\d{4}-\d{2}$/.test(time)) {
    route.period = time;
    if (tab !== undefined && tabs.includes(tab)) route.tab = tab as Tab;
  } else if (time !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(time)) route.year = time;
  return route;
}

// Whoever writes an address by hand may write half of a letter.
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (broken) {
    if (!(broken instanceof URIError)) throw broken;
    return part;
  }
}

export function hashOf({ company, page, branch, year, period, tab }: Route): string {
  const parts = page !== undefined ? [company, page].filter((part) => part !== undefined) : [company, branch, period ?? year, period === undefined ? undefined : tab];
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
