import { useState } from "preact/hooks";
import type { Book } from "../api/book";
import type { AutoClose, Company, Profile } from "../api/shapes";
import type { Hook } from "../api/webhooks";
import { formatDay, today } from "../exact/days";
import { say } from "../language/language";
import { Button, Failure, Field, Notice } from "../ui/controls";
import { useLoaded, useWork } from "../ui/work";
import { TellChoice } from "./TellChoice";

const dayMost = 28;
const dayUsual = 5;

/** The standing approval of the month end: what it does, who gave it and when. It covers class A only. */
export function AutoCloseCard({ book, by }: { book: Book; by: string }) {
  const company = useLoaded<Company>(() => book.client.get(book.companyPath), [book]);
  const profiles = useLoaded<Profile[]>(() => book.client.get("/api/profiles"), [book]);
  const hooks = useLoaded<Hook[]>(() => book.client.get(`${book.companyPath}/webhooks`), [book]);
  const [isSaved, setIsSaved] = useState(false);
  const work = useWork();
  const error = company.error ?? profiles.error ?? hooks.error;
  if (company.value === undefined || profiles.value === undefined || hooks.value === undefined) return <Failure error={error} />;
  const standing = company.value.autoClose;
  const save = (autoClose: AutoClose | null) =>
    work.run(async () => {
      setIsSaved(false);
      // What the profile says now, with the approval changed; the server keeps what it does not take from a body.
      const latest = await book.client.get<Company>(book.companyPath);
      await book.client.put(book.companyPath, { ...latest, autoClose });
      setIsSaved(true);
      company.reload();
    });
  return (
    <details class="card">
      <summary>
        <h2>{say.autoClose.title}</h2>
        <span class="hint">{standing === undefined ? say.autoClose.off : say.autoClose.standing(standing.approvedBy ?? say.none, standing.approvedOn === undefined ? say.none : formatDay(standing.approvedOn))}</span>
      </summary>
      <p class="lead">{say.autoClose.lead}</p>
      <Form
        key={JSON.stringify(standing)}
        standing={standing}
        usual={company.value.integratorProfile}
        profiles={profiles.value.filter(({ unverified, kind }) => !unverified && kind !== "gib")}
        hooks={hooks.value}
        by={by}
        isBusy={work.running}
        onSave={save}
      />
      <Failure error={work.error} />
      {isSaved && <Notice kind="good">{say.autoClose.saved}</Notice>}
    </details>
  );
}

interface FormProps {
  standing: AutoClose | undefined;
  usual: string | undefined;
  profiles: Profile[];
  hooks: Hook[];
  by: string;
  isBusy: boolean;
  onSave: (autoClose: AutoClose | null) => void;
}

function Form({ standing, usual, profiles, hooks, by, isBusy, onSave }: FormProps) {
  const [day, setDay] = useState(String(standing?.day ?? dayUsual));
  const [profile, setProfile] = useState(standing?.profile ?? (profiles.some(({ id }) => id === usual) ? usual : undefined) ?? "edefter");
  const [mends, setMends] = useState(standing === undefined || standing.repairClasses.includes("A"));
  const [tell, setTell] = useState<ReadonlySet<string>>(new Set(standing?.tell ?? []));
  const [consents, setConsents] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    onSave({ day: Number(day), profile, repairClasses: mends ? ["A"] : [], approvedBy: by, approvedOn: today(), tell: [...tell] });
  };
  return (
    <form onSubmit={submit} class="auto-close">
      <Field label={say.autoClose.day}>
        <input type="number" min="1" max={dayMost} required value={day} onInput={(event) => setDay(event.currentTarget.value)} />
      </Field>
      <Field label={say.autoClose.profile}>
        <select value={profile} onChange={(event) => setProfile(event.currentTarget.value)}>
          {profiles.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      <label class="inline">
        <input type="checkbox" checked={mends} onChange={(event) => setMends(event.currentTarget.checked)} /> {say.autoClose.repair}
      </label>
      <TellChoice hooks={hooks} tell={tell} onTell={setTell} />
      <label class="inline">
        <input id="consent" type="checkbox" required checked={consents} onChange={(event) => setConsents(event.currentTarget.checked)} /> {say.autoClose.consent(by)}
      </label>
      <div class="row end">
        {standing !== undefined && (
          <Button kind="danger" disabled={isBusy} onPress={() => onSave(null)}>
            {say.autoClose.stop}
          </Button>
        )}
        <button type="submit" class="button main" disabled={isBusy || !consents}>
          {say.autoClose.save}
        </button>
      </div>
    </form>
  );
}
