import type { SessionCompany } from "../api/shapes";
import { say } from "../language/language";
import { adminOf, reachesOf, type Session } from "../session/session";
import { hashOf, type Route } from "../ui/route";
import { KeyWarning } from "./KeyWarning";

/** Every company that is reached, by whatever key: its books, and for an admin what belongs to the company itself. */
export function CompaniesScreen({ session }: { session: Session }) {
  const reaches = reachesOf(session);
  const books = reaches.filter(({ role }) => role === "accountant" || role === "integrator");
  const admin = adminOf(session);
  return (
    <section>
      <div class="row wrap between title">
        <h1>{say.companies.title}</h1>
        <div class="row wrap">
          <a id="add-key" class="button quiet" href={hashOf({ page: "yeni-anahtar" })}>
            {say.companies.addKey}
          </a>
          {admin !== undefined && (
            <a id="add-company" class="button main" href={hashOf({ page: "yeni-firma" })}>
              {say.companies.add}
            </a>
          )}
        </div>
      </div>
      {session.entries.map(({ key, answer }) => (
        <KeyWarning key={key ?? ""} answer={answer} />
      ))}
      {reaches.length === 0 && <p>{admin === undefined ? say.companies.none : say.companies.noneYet}</p>}
      {books.length > 0 && (
        <ul class="companies">
          {books.flatMap(({ company, role }) =>
            company.branches.map(({ code, name }) => (
              <li key={`${company.id}/${code}/${role}`}>
                <a class="card" href={hashOf({ company: company.id, branch: code })}>
                  <strong>{company.title ?? company.id}</strong>
                  <span>
                    {code === "0000" ? say.companies.headOffice : `${say.companies.branch} ${code} ${name ?? ""}`}
                    {role === "integrator" && ` · ${say.archive.list}`}
                    {!company.eDefter && ` · ${say.companies.plain}`}
                  </span>
                </a>
              </li>
            )),
          )}
        </ul>
      )}
      {admin !== undefined && <Managed companies={admin.answer.companies} />}
    </section>
  );
}

function Managed({ companies }: { companies: SessionCompany[] }) {
  if (companies.length === 0) return null;
  const links: [NonNullable<Route["page"]>, string][] = [
    ["bilgiler", say.company.title],
    ["anahtarlar", say.keys.title],
    ["bildirimler", say.hooks.title],
  ];
  return (
    <section class="card managed">
      <h2>{say.companies.manage}</h2>
      <p class="hint">{say.signIn.admin}</p>
      <ul class="plain">
        {companies.map((company) => (
          <li key={company.id} class="row wrap" data-company={company.id}>
            <strong class="grow">
              {company.title ?? company.id} <span class="code">{company.id}</span>
            </strong>
            {links.map(([page, title]) => (
              <a key={page} class="button quiet" href={hashOf({ company: company.id, page })}>
                {title}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
