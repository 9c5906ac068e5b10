import { useEffect, useRef, useState } from "preact/hooks";
import { Client, Refusal } from "../api/client";
import type { Company, Profile, SessionCompany } from "../api/shapes";
import { today } from "../exact/days";
import { say } from "../language/language";
import { Button, Failure, Notice, refusalAt } from "../ui/controls";
import { hashOf } from "../ui/route";
import { useLoaded, useWork } from "../ui/work";
import { CompanyFields } from "./CompanyFields";
import { begun, bodyOf, type Draft } from "./draft";

export interface CompanyScreenProps {
  client: Client;
  /** Absent: a new one. */
  company?: SessionCompany;
  isAdmin: boolean;
  onSaved: (id: string) => Promise<void>;
}

interface Known {
  company: Company | null;
  profiles: Profile[];
}

/** Who the taxpayer is, as the documents will say it. What may not be kept is refused at its field; what is missing, the check says. */
export function CompanyScreen({ client, company, isAdmin, onSaved }: CompanyScreenProps) {
  const known = useLoaded<Known>(async () => {
    const [found, profiles] = await Promise.all([company === undefined ? null : client.get<Company>(pathOf(company.id)), client.get<Profile[]>("/api/profiles")]);
    return { company: found, profiles };
  }, [client, company?.id]);
  const branch = isAdmin ? undefined : company?.branches[0]?.code;
  return (
    <section>
      <p class="over">
        <a href={branch === undefined || company === undefined ? "#/" : hashOf({ company: company.id, branch })}>← {company === undefined || isAdmin ? say.companies.title : (company.title ?? company.id)}</a>
      </p>
      <h1>{company === undefined ? say.companies.add : say.company.title}</h1>
      <p class="lead">{company === undefined ? say.company.leadNew : say.company.lead}</p>
      <Failure error={known.error} />
      {known.value === undefined ? known.error === null && <p class="loading">{say.loading}</p> : <Form client={client} isNew={company === undefined} known={known.value} onSaved={onSaved} />}
    </section>
  );
}

/** Parts of the form that a refusal may name as a whole; every field is named by its own path. */
const parts = ["fiscalYear", "branches", "accountants"];

function hasPlace(member: string): boolean {
  const field = member.replace(/^accountants\.\d+\./, "accountant.").replace(/^branches\.\d+\./, "branch.");
  return parts.includes(member) || field in say.company.fields;
}

function Form({ client, isNew, known, onSaved }: { client: Client; isNew: boolean; known: Known; onSaved: CompanyScreenProps["onSaved"] }) {
  const [base, setBase] = useState<Draft>(() => known.company ?? begun(today().slice(0, 4)));
  const [draft, setDraft] = useState<Draft>(base);
  const [isSaved, setIsSaved] = useState(false);
  const work = useWork();
  const form = useRef<HTMLFormElement>(null);
  // The button is always in sight, the field that is refused may not be.
  useEffect(() => {
    if (work.error !== null) form.current?.querySelector(".refusal")?.scrollIntoView({ block: "center" });
  }, [work.error]);
  const change = (changed: Draft) => {
    setIsSaved(false);
    setDraft(changed);
  };
  const save = (event: Event) => {
    event.preventDefault();
    work.run(async () => {
      const id = String(draft["id"] ?? "").trim();
      const latest = isNew ? null : await client.get<Company>(pathOf(id));
      if (isNew && (await isThere(client, id))) throw new Refusal({ type: "", status: 0, title: say.companies.add, detail: say.company.taken, member: "id" });
      const saved = await client.put<Company>(pathOf(id), bodyOf(latest, base, draft));
      setBase(saved);
      setDraft((now) => (now === draft ? saved : bodyOf(saved, draft, now)));
      setIsSaved(true);
      await onSaved(id);
    });
  };
  const refused = (member: string) => refusalAt(work.error, member);
  const isElsewhere = !(work.error instanceof Refusal && work.error.problem.member !== undefined && hasPlace(work.error.problem.member));
  return (
    <form ref={form} class="company-form" onSubmit={save}>
      <CompanyFields draft={draft} isNew={isNew} profiles={known.profiles} refused={refused} onChange={change} />
      {isElsewhere && <Failure error={work.error} />}
      <div class="act-bar">
        <span role="status">{isSaved && !work.running && <Notice kind="good">{say.company.saved}</Notice>}</span>
        {isNew && (
          <a class="button plain" href="#/">
            {say.cancel}
          </a>
        )}
        <button id="save-company" type="submit" class="button main" disabled={work.running}>
          {isNew ? say.company.make : say.company.save}
        </button>
        {!isNew && (
          <Button disabled={work.running} onPress={() => change(base)}>
            {say.company.back}
          </Button>
        )}
      </div>
    </form>
  );
}

function pathOf(id: string): string {
  return `/api/companies/${encodeURIComponent(id)}`;
}

// To make is not to replace: an id that is somebody else's is said before anything is written.
async function isThere(client: Client, id: string): Promise<boolean> {
  try {
    await client.get(pathOf(id));
    return true;
  } catch (refused) {
    if (refused instanceof Refusal && refused.problem.status === 404) return false;
    throw refused;
  }
}
