import { useMemo } from "preact/hooks";
import { Book } from "../api/book";
import { Client } from "../api/client";
import type { Rules } from "../api/shapes";
import { say } from "../language/language";
import { adminOf, type Entry, type Reach, reachesOf, reachOf, type Session, signedInBy, withEntry } from "../session/session";
import type { Route } from "../ui/route";
import { go } from "../ui/route";
import { useLoaded } from "../ui/work";
import { CompaniesScreen } from "./CompaniesScreen";
import { CompanyScreen } from "./CompanyScreen";
import { IntegratorScreen } from "./IntegratorScreen";
import { KeysScreen } from "./KeysScreen";
import { MonthScreen } from "./MonthScreen";
import { WebhooksScreen } from "./WebhooksScreen";
import { YearScreen } from "./YearScreen";

export interface InsideProps {
  session: Session;
  route: Route;
  onSession: (session: Session) => void;
  onRefused: (key: string | null) => void;
}

/** What a signed-in reader sees: the page that the address names, by the way in that reaches it. */
export function Inside({ session, route, onSession, onRefused }: InsideProps) {
  // One way in, one client: screens are drawn anew only when their client is another.
  const clients = useMemo(() => new Map(session.entries.map(({ key }) => [key, new Client(key, () => onRefused(key))])), [session.entries.map(({ key }) => key).join(" ")]);
  const clientOf = ({ key }: Entry) => clients.get(key) as Client;
  const first = session.entries[0] as Entry;
  const rules = useLoaded<Rules>(() => clientOf(first).get("/api/rules"), [clients]).value;
  const renew = async (entry: Entry) => onSession(withEntry(session, { key: entry.key, answer: await signedInBy(clientOf(entry)) }));
  const books = reachesOf(session).filter(({ role }) => role === "accountant" || role === "integrator");
  const admin = adminOf(session);
  if (books.length === 0 && admin === undefined && session.entries.every(({ answer }) => answer.role === "erp")) return <p class="notice info">{say.signIn.notForBooks}</p>;
  if (route.page === "yeni-firma" && admin !== undefined)
    return (
      <CompanyScreen
        client={clientOf(admin)}
        isAdmin
        onSaved={async (id) => {
          await renew(admin);
          go({ company: id, page: "anahtarlar" });
        }}
      />
    );
  if (route.company !== undefined && route.page !== undefined) {
    const reach = reachOf(session, route.company, route.page === "anahtarlar" ? ["admin"] : ["admin", "accountant"]);
    if (reach !== undefined) return <CompanyPage key={`${route.company}/${route.page}`} reach={reach} route={route} client={clientOf(reach.entry)} onChanged={() => renew(reach.entry)} />;
  }
  const only = admin === undefined && books.length === 1 && books[0]?.company.branches.length === 1 ? books[0] : undefined;
  const reach = reachOf(session, route.company, ["accountant", "integrator"]) ?? (route.company === undefined ? only : undefined);
  const branch = route.branch ?? only?.company.branches[0]?.code;
  if (reach === undefined || branch === undefined) return <CompaniesScreen session={session} />;
  return <BookPage key={`${reach.company.id}/${branch}/${reach.role}`} reach={reach} branch={branch} client={clientOf(reach.entry)} route={route} by={session.name} rules={rules} isOnly={only !== undefined} />;
}

function CompanyPage({ reach, route, client, onChanged }: { reach: Reach; route: Route; client: Client; onChanged: () => Promise<void> }) {
  const { company, role } = reach;
  const isAdmin = role === "admin";
  if (route.page === "bilgiler") return <CompanyScreen client={client} company={company} isAdmin={isAdmin} onSaved={onChanged} />;
  if (route.page === "anahtarlar") return <KeysScreen client={client} company={company} />;
  return <WebhooksScreen book={new Book(client, company.id, "")} company={company} isAdmin={isAdmin} />;
}

function BookPage({ reach, branch, client, route, by, rules, isOnly }: { reach: Reach; branch: string; client: Client; route: Route; by: string; rules: Rules | undefined; isOnly: boolean }) {
  const { company, role } = reach;
  const book = useMemo(() => new Book(client, company.id, branch), [client, company.id, branch]);
  if (role === "integrator") return <IntegratorScreen book={book} company={company} answer={reach.entry.answer} route={route} />;
  if (route.period === undefined) return <YearScreen key={book.path} book={book} company={company} answer={reach.entry.answer} year={route.year} by={by} isOnly={isOnly} />;
  return <MonthScreen key={`${book.path}/${route.period}`} book={book} company={company} period={route.period} tab={route.tab} by={by} rules={rules} />;
}
