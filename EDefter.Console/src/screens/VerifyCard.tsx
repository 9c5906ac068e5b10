import { useState } from "preact/hooks";
import type { Book } from "../api/book";
import type { Verdict } from "../api/shapes";
import { say } from "../language/language";
import { Failure, Growing, JobProgress } from "../ui/controls";
import { DropZone } from "../ui/DropZone";
import { useWork } from "../ui/work";

/** Says whether a file is what was handed over, and where it differs. */
export function VerifyCard({ book }: { book: Book }) {
  const [told, setTold] = useState<{ file: string; verdict: Verdict } | null>(null);
  const work = useWork();
  const verify = ([file]: File[]) =>
    work.run(async () => {
      if (file === undefined) return;
      setTold(null);
      setTold({ file: file.name, verdict: await book.client.postFile<Verdict>("/api/archives/verify", file) });
    });
  return (
    <section class="card">
      <h2>{say.archive.verify}</h2>
      <DropZone id="verify" label={say.upload.drop} hint={say.archive.verifyHint} accept=".zip,.csv,.txt,.xml,.xlsx" disabled={work.running} onFiles={verify} />
      {work.running && <JobProgress job={null} />}
      <Failure error={work.error} />
      {told !== null && <Told file={told.file} verdict={told.verdict} />}
    </section>
  );
}

function Told({ file, verdict }: { file: string; verdict: Verdict }) {
  return (
    <div class={`notice ${verdict.verdict === "intact" ? "good" : "error"}`} role="status" data-verdict={verdict.verdict}>
      <strong>{file}</strong>
      <p>
        {say.archive.verdict[verdict.verdict]} {verdict.likely}
      </p>
      {verdict.differences.length > 0 && (
        <Growing
          items={verdict.differences}
          render={(shown) => (
            <div class="scroll" tabIndex={0} role="region" aria-label={say.archive.verify}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{say.archive.file}</th>
                    <th scope="col">{say.archive.where}</th>
                    <th scope="col">{say.archive.expected}</th>
                    <th scope="col">{say.archive.found}</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((difference, place) => (
                    <tr key={place}>
                      <td>{difference.file}</td>
                      <td>{difference.place}</td>
                      <td class="value">{difference.expected}</td>
                      <td class="value">{difference.found}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        />
      )}
    </div>
  );
}
