import { useState } from "preact/hooks";
import type { Client } from "../api/client";
import type { RejectedRow } from "../api/shapes";
import { formatCount } from "../exact/amount";
import { formatPeriod } from "../exact/days";
import { say } from "../language/language";
import { Button, Failure, Growing, Notice } from "../ui/controls";
import { useWork } from "../ui/work";
import type { Taken } from "./sending";

/** What became of a file: how many came, what was stored, and every row that was not. */
export function UploadOutcome({ client, file, taken, period }: { client: Client; file: string; taken: Taken; period: string }) {
  const elsewhere = taken.periods.filter((written) => written !== period);
  return (
    <div class="outcome" role="status">
      <h3>{say.upload.outcome(file)}</h3>
      <dl class="totals small">
        {([
          [say.upload.received, taken.received],
          [say.upload.stored, taken.stored],
          [say.upload.unchanged, taken.unchanged],
          [say.upload.rejected, taken.rejectedCount],
        ] as const).map(([name, count]) => (
          <div key={name} class={name === say.upload.rejected && count > 0 ? "wrong" : ""}>
            <dt>{name}</dt>
            <dd>{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
      {taken.undated > 0 && <Notice kind="warning">{say.upload.undated(formatCount(taken.undated))}</Notice>}
      {taken.supersededCount > 0 && <Notice>{say.upload.superseded(formatCount(taken.supersededCount))}</Notice>}
      {elsewhere.length > 0 && <Notice kind="warning">{say.upload.otherMonths(elsewhere.map(formatPeriod).join(", "))}</Notice>}
      {taken.rejectedCount > 0 && <Rejected client={client} taken={taken} />}
    </div>
  );
}

interface RejectedPage {
  items: RejectedRow[];
  next?: string;
}

function Rejected({ client, taken }: { client: Client; taken: Taken }) {
  const [rows, setRows] = useState(taken.rejected);
  const [next, setNext] = useState(taken.rejectedPath);
  const work = useWork();
  // The list begins with the rows that came with the answer.
  const more = (path: string) =>
    work.run(async () => {
      const page = await client.get<RejectedPage>(path);
      setRows((before) => (path === taken.rejectedPath ? page.items : [...before, ...page.items]));
      setNext(page.next);
    });
  return (
    <div class="rejected">
      <h4>{say.upload.rejectedTitle}</h4>
      <p class="hint">{say.upload.rejectedLine}</p>
      <Growing
        items={rows}
        render={(shown) => (
          <div class="scroll" tabIndex={0} role="region" aria-label={say.upload.rejectedTitle}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say.upload.place}</th>
                  <th scope="col">{say.upload.id}</th>
                  <th scope="col">{say.upload.reason}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((row, place) => (
                  <tr key={place}>
                    <td>{row.at}</td>
                    <td>{row.id ?? say.none}</td>
                    <td>{row.reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      />
      <Failure error={work.error} />
      {next !== undefined && (
        <Button id="more-rejected" kind="quiet" disabled={work.running} onPress={() => more(next)}>
          {say.upload.moreRejected(formatCount(taken.rejectedCount - rows.length))}
        </Button>
      )}
    </div>
  );
}
