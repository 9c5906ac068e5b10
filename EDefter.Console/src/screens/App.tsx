import { useMemo, useState } from "preact/hooks";
import { Book } from "../api/book";
import { Client } from "../api/client";
import type { Rules } from "../api/shapes";
import { type Language, keptLanguage, say, speak } from "../language/language";
import { forgetSession, keepSession, keptSession, type Session } from "../session/session";
import { useRoute } from "../ui/route";
import { useLoaded } from "../ui/work";
import { AdminScreen } from "./AdminScreen";
import { CompaniesScreen } from "./CompaniesScreen";
import { Frame } from "./Frame";
import { IntegratorScreen } from "./IntegratorScreen";
import { MonthScreen } from "./MonthScreen";
import { SignIn } from "./SignIn";
import { WebhooksScreen } from "./WebhooksScreen";
import { YearScreen } from "./YearScreen";

export function App() {
  const [session, setSession] = useState<Session | null>(keptSession);
  const [ended, setEnded] = useState(false);
  const [language, setLanguage] = useState<Language>(keptLanguage);
  const leave = (isEnded: boolean) => {
    forgetSession();
    setSession(null);
    setEnded(isEnded);
  };
  const turn = () => {
    const other: Language = language === "tr" ? "en" : "tr";
    speak(other);
    setLanguage(other);
  };
  return (
    <Frame key={language} session={session} onLanguage={turn} onSignOut={() => leave(false)}>
      {session === null ? (
        <SignIn
          ended={ended}
          onSignIn={(made) => {
            keepSession(made);
            setSession(made);
          }}
        />
      ) : (
        <Inside session={session} onKeyRefused={() => leave(true)} />
      )}
    </Frame>
  );
}

function Inside({ session, onKeyRefused }: { session: Session; onKeyRefused: () => void }) {
  const route = useRoute();
  const client = useMemo(() => new Client(session.key, onKeyRefused), [session.key]);
  const rules = useLoaded<Rules>(() => client.get("/api/rules"), [client]).value;
  const only = session.answer.companies.length === 1 && session.answer.companies[0]?.branches.length === 1 ? session.answer.companies[0] : undefined;
  const company = session.answer.companies.find(({ id }) => id === route.company) ?? only;
  const branch = route.branch ?? only?.branches[0]?.code;
  const book = useMemo(() => (company === undefined || branch === undefined ? null : new Book(client, company.id, branch)), [client, company, branch]);
  const { role, companies } = session.answer;
  if (role === "erp") return <p class="notice info">{say.signIn.notForBooks}</p>;
  if (route.page !== undefined && company !== undefined && role !== "integrator") return <WebhooksScreen key={company.id} book={new Book(client, company.id, "")} company={company} isAdmin={role === "admin"} />;
  if (role === "admin") return <AdminScreen companies={companies} />;
  if (book === null || company === undefined) return <CompaniesScreen companies={companies} />;
  if (role === "integrator") return <IntegratorScreen book={book} company={company} route={route} />;
  if (route.period === undefined) return <YearScreen key={book.path} book={book} company={company} year={route.year} by={session.name} />;
  return <MonthScreen key={`${book.path}/${route.period}`} book={book} company={company} period={route.period} tab={route.tab} by={session.name} rules={rules} />;
}
