import { useState } from "preact/hooks";
import type { Book } from "../api/book";
import type { SessionCompany } from "../api/shapes";
import type { Hook } from "../api/webhooks";
import { say } from "../language/language";
import { Button, Failure, Notice } from "../ui/controls";
import { hashOf } from "../ui/route";
import { useLoaded } from "../ui/work";
import { SecretDialog } from "./SecretDialog";
import { WebhookCard } from "./WebhookCard";
import { WebhookForm } from "./WebhookForm";

/** Which programs are told of what happens to the company's books, and what became of every message. */
export function WebhooksScreen({ book, company, isAdmin }: { book: Book; company: SessionCompany; isAdmin: boolean }) {
  const path = `${book.companyPath}/webhooks`;
  const hooks = useLoaded<Hook[]>(() => book.client.get(path), [path]);
  const [isAdding, setIsAdding] = useState(false);
  const [told, setTold] = useState<Hook | null>(null);
  const branch = isAdmin ? undefined : company.branches[0]?.code;
  return (
    <section>
      <p class="over">
        <a href={branch === undefined ? "#/" : hashOf({ company: company.id, branch })}>← {company.title ?? company.id}</a>
      </p>
      <div class="row wrap between title">
        <h1>{say.hooks.title}</h1>
        {!isAdding && (
          <Button id="add-hook" kind="main" onPress={() => setIsAdding(true)}>
            {say.hooks.add}
          </Button>
        )}
      </div>
      <p class="lead">{say.hooks.lead}</p>
      {isAdding && (
        <WebhookForm
          path={path}
          client={book.client}
          known={hooks.value?.map(({ id }) => id) ?? []}
          onCancel={() => setIsAdding(false)}
          onSaved={(made) => {
            setIsAdding(false);
            if (made.secret !== undefined) setTold(made);
            hooks.reload();
          }}
        />
      )}
      <Failure error={hooks.error} />
      {hooks.value === undefined && hooks.error === null && <p class="loading">{say.loading}</p>}
      {hooks.value?.length === 0 && !isAdding && <Notice>{say.hooks.none}</Notice>}
      {hooks.value?.map((hook) => (
        <WebhookCard key={hook.id} path={path} client={book.client} hook={hook} onSecret={setTold} onChanged={hooks.reload} />
      ))}
      {told?.secret !== undefined && (
        <SecretDialog title={say.hooks.secretTitle(told.id)} text={say.hooks.secretText} label={say.hooks.secret} secret={told.secret} onClose={() => setTold(null)} />
      )}
    </section>
  );
}
