import { useState } from "preact/hooks";
import type { Book } from "../api/book";
import { download } from "../api/client";
import type { Archive } from "../api/shapes";
import { formatBytes } from "../exact/amount";
import { formatInstant } from "../exact/days";
import { say } from "../language/language";
import { Button, Failure } from "../ui/controls";
import { useWork } from "../ui/work";
import { ArchiveDiff } from "./ArchiveDiff";

/** The archives that were ever made of the month, the latest first. */
export function ArchiveList({ book, path, archives }: { book: Book; path: string; archives: Archive[] }) {
  const [pair, setPair] = useState<[string, string] | null>(null);
  const work = useWork();
  // The link is good for an hour, so it is asked for when it is needed.
  const fetch = (id: string) =>
    work.run(async () => {
      const archive = await book.client.get<Archive>(`${path}/${id}`);
      download(archive.url ?? "", archive.file);
    });
  const latest = [...archives].reverse();
  const first = latest[0];
  return (
    <section class="card">
      <h2>{say.archive.list}</h2>
      <Failure error={work.error} />
      {latest.length === 0 && <p class="hint">{say.archive.none}</p>}
      <ul class="plain">
        {latest.map((archive) => (
          <li key={archive.id} class="row wrap">
            <span class="grow">
              <b>{archive.file}</b> <span class={`chip ${archive.current ? "good" : ""}`}>{archive.current ? say.archive.current : say.archive.old}</span>
              <br />
              <span class="hint">
                {archive.profile} · {formatBytes(archive.bytes)} · {archive.by}, {formatInstant(archive.at)}
              </span>
              <br />
              <span class="hash" title="SHA-256">
                {archive.sha256}
              </span>
            </span>
            {first !== undefined && archive.id !== first.id && (
              <Button kind="quiet" onPress={() => setPair([archive.id, first.id])}>
                {say.archive.compare}
              </Button>
            )}
            <Button kind="plain" disabled={work.running} onPress={() => fetch(archive.id)}>
              {say.archive.download}
            </Button>
          </li>
        ))}
      </ul>
      {pair !== null && <ArchiveDiff book={book} path={path} before={pair[0]} after={pair[1]} onClose={() => setPair(null)} />}
    </section>
  );
}
