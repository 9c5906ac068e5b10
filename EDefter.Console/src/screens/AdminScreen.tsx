import type { SessionCompany } from "../api/shapes";
import { say } from "../language/language";
import { Notice } from "../ui/controls";
import { hashOf } from "../ui/route";

/** What an admin's key opens here: which programs are told of what happens to each company. The books themselves are the accountants'. */
export function AdminScreen({ companies }: { companies: SessionCompany[] }) {
  return (
    <section>
      <h1>{say.companies.title}</h1>
      <Notice>{say.signIn.admin}</Notice>
      {companies.length === 0 && <p>{say.companies.none}</p>}
      <ul class="companies">
        {companies.map((company) => (
          <li key={company.id}>
            <a class="card" href={hashOf({ company: company.id, page: "bildirimler" })}>
              <strong>{company.title ?? company.id}</strong>
              <span>{say.hooks.title}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
