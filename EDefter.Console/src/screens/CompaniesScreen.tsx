import type { SessionCompany } from "../api/shapes";
import { say } from "../language/language";
import { hashOf } from "../ui/route";

export function CompaniesScreen({ companies }: { companies: SessionCompany[] }) {
  return (
    <section>
      <h1>{say.companies.title}</h1>
      {companies.length === 0 && <p>{say.companies.none}</p>}
      <ul class="companies">
        {companies.flatMap((company) =>
          company.branches.map((branch) => (
            <li key={`${company.id}/${branch.code}`}>
              <a class="card" href={hashOf({ company: company.id, branch: branch.code })}>
                <strong>{company.title ?? company.id}</strong>
                <span>
                  {branch.code === "0000" ? say.companies.headOffice : `${say.companies.branch} ${branch.code} ${branch.name ?? ""}`}
                  {!company.eDefter && ` · ${say.companies.plain}`}
                </span>
              </a>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
