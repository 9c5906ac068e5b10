import { useState } from "preact/hooks";
import type { Client } from "../api/client";
import type { IssuedKey, KeyItem } from "../api/keys";
import type { SessionCompany } from "../api/shapes";
import { formatCount } from "../exact/amount";
import { say } from "../language/language";
import { Button, Failure, Notice } from "../ui/controls";
import { useLoaded } from "../ui/work";
import { KeyForm } from "./KeyForm";
import { KeyRow } from "./KeyRow";
import { SecretDialog } from "./SecretDialog";

/** Who comes in to a company's books, since when and until when; a key is given, given anew and taken away here. */
export function KeysScreen({ client, company }: { client: Client; company: SessionCompany }) {
  const path = `/api/companies/${encodeURIComponent(company.id)}/keys`;
  const keys = useLoaded<KeyItem[]>(() => client.get(path), [path]);
  const [isAdding, setIsAdding] = useState(false);
  const [told, setTold] = useState<IssuedKey | null>(null);
  const tell = (issued: IssuedKey) => {
    setIsAdding(false);
    setTold(issued);
    void keys.reload();
  };
  // The oldest first: a key that took another's place stands behind it.
  const all = [...(keys.value ?? [])].sort((left, right) => left.createdAt.localeCompare(right.createdAt));
  const living = all.filter(({ revokedAt }) => revokedAt === undefined);
  const revoked = all.filter(({ revokedAt }) => revokedAt !== undefined);
  const rows = (shown: KeyItem[]) => (
    <ul class="plain">
      {shown.map((key) => (
        <KeyRow key={key.id} client={client} path={path} item={key} onTold={tell} onChanged={keys.reload} />
      ))}
    </ul>
  );
  return (
    <section>
      <p class="over">
        <a href="#/">← {say.companies.title}</a> · {company.title ?? company.id}
      </p>
      <div class="row wrap between title">
        <h1>{say.keys.title}</h1>
        {!isAdding && (
          <Button id="new-key" kind="main" onPress={() => setIsAdding(true)}>
            {say.keys.add}
          </Button>
        )}
      </div>
      <p class="lead">{say.keys.lead}</p>
      {isAdding && <KeyForm client={client} path={path} onMade={tell} onCancel={() => setIsAdding(false)} />}
      <Failure error={keys.error} />
      {keys.value === undefined && keys.error === null && <p class="loading">{say.loading}</p>}
      {keys.value?.length === 0 && !isAdding && <Notice>{say.keys.none}</Notice>}
      {living.length > 0 && <section class="card">{rows(living)}</section>}
      {revoked.length > 0 && (
        <details class="card" id="revoked">
          <summary>
            <h2>{say.keys.revoked}</h2>
            <span class="hint">{formatCount(revoked.length)}</span>
          </summary>
          {rows(revoked)}
        </details>
      )}
      {told !== null && <SecretDialog title={say.keys.secretTitle(told.name)} text={say.keys.secretText} label={say.signIn.key} secret={told.key} onClose={() => setTold(null)} />}
    </section>
  );
}
