import { useState } from "preact/hooks";
import type { Client } from "../api/client";
import type { Delivery, DeliveryPage } from "../api/webhooks";
import { formatCount } from "../exact/amount";
import { formatInstant, formatPeriod } from "../exact/days";
import { say } from "../language/language";
import { Button, Failure, Growing, JobProgress } from "../ui/controls";
import { useLoaded, useWork } from "../ui/work";

const pageMost = 1000;

interface Shown {
  /** Those that failed for good first, then those that wait, then the rest, the latest first. */
  items: Delivery[];
  dead: number;
}

/** How long a message that was asked for again is looked after. */
const looksMost = 15;
const pause = 1000;

/** What became of each message. How many are dead is always known; the others are read when somebody opens the list. */
export function Deliveries({ client, path, stand, onChanged }: { client: Client; path: string; stand: string; onChanged: () => void }) {
  const [isOpen, setIsOpen] = useState(false);
  const shown = useLoaded<Shown>(async () => {
    const read = (state: string) => client.pages<Delivery, DeliveryPage>(`${path}?state=${state}&limit=${pageMost}`, ({ items }) => items);
    const dead = await read("dead");
    const rest = isOpen ? [...(await read("waiting")).reverse(), ...(await read("delivered")).reverse()] : [];
    return { items: [...dead.reverse(), ...rest], dead: dead.length };
  }, [path, isOpen, stand]);
  const work = useWork();
  const again = ({ n, attempts }: Delivery) =>
    work.run(async () => {
      await client.post(`${path}/${n}/again`, {});
      // It goes out through a queue: its end is waited for, not assumed.
      for (let looks = 0; looks < looksMost; looks++) {
        const [now] = (await client.get<DeliveryPage>(`${path}?after=${n - 1}&limit=1`)).items;
        if (now === undefined || now.attempts > attempts) break;
        await new Promise((done) => setTimeout(done, pause));
      }
      shown.reload();
      onChanged();
    });
  const dead = shown.value?.dead ?? 0;
  return (
    <details class="deliveries" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {say.hooks.deliveries} {dead > 0 && <span class="tag severity-error">{say.hooks.dead(formatCount(dead))}</span>}
      </summary>
      <Failure error={shown.error} />
      <Failure error={work.error} />
      {work.running && <JobProgress job={null} />}
      {isOpen && shown.value !== undefined && (shown.value.items.length === 0 ? <p class="hint">{say.hooks.noDeliveries}</p> : <Table items={shown.value.items} isBusy={work.running} onAgain={again} />)}
    </details>
  );
}

function Table({ items, isBusy, onAgain }: { items: Delivery[]; isBusy: boolean; onAgain: (delivery: Delivery) => void }) {
  return (
    <Growing
      items={items}
      render={(few) => (
        <div class="scroll" tabIndex={0} role="region" aria-label={say.hooks.deliveries}>
          <table>
            <thead>
              <tr>
                <th scope="col" class="number">
                  {say.hooks.n}
                </th>
                <th scope="col">{say.hooks.event}</th>
                <th scope="col">{say.hooks.state}</th>
                <th scope="col">{say.hooks.lastTry}</th>
                <th scope="col">
                  <span class="unseen">{say.hooks.again}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {few.map((delivery) => (
                <Row key={delivery.n} delivery={delivery} isBusy={isBusy} onAgain={onAgain} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    />
  );
}

function Row({ delivery, isBusy, onAgain }: { delivery: Delivery; isBusy: boolean; onAgain: (delivery: Delivery) => void }) {
  const last = delivery.tries[delivery.tries.length - 1];
  return (
    <tr data-delivery={delivery.state}>
      <td class="number">{formatCount(delivery.n)}</td>
      <td>
        {say.hooks.eventWords[delivery.type] ?? delivery.type}
        {delivery.period !== undefined && (
          <>
            <br />
            <span class="hint">{formatPeriod(delivery.period)}</span>
          </>
        )}
      </td>
      <td>
        <span class={`chip ${delivery.state === "delivered" ? "good" : delivery.state === "dead" ? "outcome-skipped" : "outcome-noData"}`}>{say.hooks.states[delivery.state]}</span>
        <br />
        <span class="hint">{say.hooks.attempts(formatCount(delivery.attempts))}</span>
      </td>
      <td>
        {last !== undefined && (
          <>
            {say.hooks.outcomes[last.outcome] ?? last.outcome} {last.status}
            <br />
            <span class="hint">{formatInstant(last.at)}</span>
          </>
        )}
      </td>
      <td>
        {delivery.state === "dead" && (
          <Button disabled={isBusy} onPress={() => onAgain(delivery)}>
            {say.hooks.again}
          </Button>
        )}
      </td>
    </tr>
  );
}
