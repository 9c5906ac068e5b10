import { useEffect, useRef } from "preact/hooks";
import { download } from "../api/client";
import type { Archive } from "../api/shapes";
import { formatBytes } from "../exact/amount";
import { say } from "../language/language";
import { Button } from "../ui/controls";

/** An archive that was just made, and what to do with it: an integrator's goes to the integrator, a draft goes nowhere. */
export function ArchiveReady({ archive, url }: { archive: Archive; url: string }) {
  const isDraft = archive.draft !== undefined;
  const card = useRef<HTMLElement>(null);
  // Whoever pressed the button further down must see what came of it.
  useEffect(() => card.current?.scrollIntoView({ block: "nearest" }), [archive.id]);
  return (
    <section ref={card} class={`card ${isDraft ? "draft" : "ready"}`} role="status">
      <h2>{isDraft ? say.draft.ready : say.archive.ready}</h2>
      <p>
        <b>{archive.file}</b> · {formatBytes(archive.bytes)}
      </p>
      <p class={isDraft ? "unsigned" : "hint"}>{isDraft ? say.draft.unsigned : say.archive.sealed}</p>
      <Button id="download" kind="main" onPress={() => download(url, archive.file)}>
        {say.archive.download}
      </Button>
    </section>
  );
}
