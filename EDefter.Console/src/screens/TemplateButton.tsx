import type { Client } from "../api/client";
import { say } from "../language/language";
import { Button, Failure } from "../ui/controls";
import { useWork } from "../ui/work";

/** The empty table to begin with. It is work of its own: whatever else is under way, it is fetched. */
export function TemplateButton({ client, kind, name }: { client: Client; kind: "vouchers" | "accounts"; name: string }) {
  const work = useWork();
  return (
    <>
      <Button kind="quiet" disabled={work.running} onPress={() => work.run(() => client.save(`/api/templates/${kind}.xlsx`, name))}>
        {say.upload.template}
      </Button>
      <Failure error={work.error} />
    </>
  );
}
