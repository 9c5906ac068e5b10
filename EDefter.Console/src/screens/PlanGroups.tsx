import { useState } from "preact/hooks";
import type { Change, Rules } from "../api/shapes";
import { formatCount } from "../exact/amount";
import { say } from "../language/language";
import { Button, Growing } from "../ui/controls";
import { nameOfField, titleOf, valueOf } from "../ui/rules";
import { type Chosen, withChange, withChoice } from "./choosing";

interface GroupsProps {
  changes: Change[];
  chosen: Chosen;
  onChosen: (chosen: Chosen) => void;
  rules: Rules | undefined;
  onVoucher: (id: string) => void;
}

/** The changes under their rules: what needs a choice first, then what has one candidate, then what is safe. */
export function PlanGroups(props: GroupsProps) {
  const order = ["C", "B", "A"];
  const keys = [...new Set(props.changes.map((change) => `${change.class} ${change.rule}`))].sort((left, right) => order.indexOf(left[0] ?? "") - order.indexOf(right[0] ?? "") || left.localeCompare(right));
  return (
    <div class="groups">
      {keys.map((key) => (
        <Group key={key} {...props} own={props.changes.filter((change) => `${change.class} ${change.rule}` === key)} />
      ))}
    </div>
  );
}

function Group({ own, ...props }: GroupsProps & { own: Change[] }) {
  const first = own[0];
  const [isOpen, setIsOpen] = useState(first?.class === "C");
  if (first === undefined) return null;
  const { rule } = first;
  const repairClass = first.class;
  const chosenHere = own.filter(({ n }) => props.chosen.has(n)).length;
  const title = titleOf(props.rules?.rules.find(({ code }) => code === rule), rule);
  const vouchers = new Set(own.map(({ voucherId }) => voucherId)).size;
  const turn = (isIn: boolean) => props.onChosen(own.reduce((chosen, { n }) => withChange(props.changes, chosen, n, isIn), props.chosen));
  return (
    <div class={`group plan class-${repairClass}`}>
      <div class="group-head">
        {repairClass !== "C" && (
          <input
            type="checkbox"
            aria-label={`${rule}: ${title}`}
            checked={chosenHere === own.length}
            ref={(box) => {
              if (box !== null) box.indeterminate = chosenHere > 0 && chosenHere < own.length;
            }}
            onChange={(event) => turn(event.currentTarget.checked)}
          />
        )}
        <button type="button" class="group-turn" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          <span class={`tag class-${repairClass}`} title={say.plan.classHints[repairClass]}>
            {repairClass} · {say.plan.classes[repairClass]}
          </span>
          <span class="group-title">{title}</span>
          <span class="code">{rule}</span>
          <span class="count">
            {say.plan.changes(formatCount(own.length))}, {say.plan.vouchers(formatCount(vouchers))}
          </span>
        </button>
      </div>
      {isOpen && <ChangeTable own={own} {...props} />}
    </div>
  );
}

function ChangeTable({ own, ...props }: GroupsProps & { own: Change[] }) {
  return (
    <Growing
      items={own}
      render={(shown) => (
        <div class="scroll" tabIndex={0} role="region" aria-label={own[0]?.rule ?? ""}>
          <table class="changes">
            <thead>
              <tr>
                <th scope="col">
                  <span class="unseen">{say.plan.apply}</span>
                </th>
                <th scope="col">{say.plan.voucher}</th>
                <th scope="col">{say.plan.field}</th>
                <th scope="col">{say.plan.before}</th>
                <th scope="col">{say.plan.after}</th>
                <th scope="col">{say.plan.why}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((change) => (
                <ChangeRow key={change.n} change={change} {...props} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    />
  );
}

function ChangeRow({ change, changes, chosen, onChosen, rules, onVoucher }: GroupsProps & { change: Change }) {
  const { n, voucherId, voucherNumber, line, field, before, after, why } = change;
  const place = change.target === "chart" ? say.plan.account : change.target === "company" ? say.plan.company : (voucherNumber ?? voucherId ?? say.none);
  return (
    <tr>
      <td>
        {change.class === "C" ? null : (
          <input type="checkbox" aria-label={`${place} ${nameOfField(rules, field)}`} checked={chosen.has(n)} onChange={(event) => onChosen(withChange(changes, chosen, n, event.currentTarget.checked))} />
        )}
      </td>
      <td>
        {voucherId === undefined ? (
          place
        ) : (
          <Button kind="quiet" onPress={() => onVoucher(voucherId)}>
            {place}
          </Button>
        )}
      </td>
      <td>
        {nameOfField(rules, field)}
        {line !== undefined && <span class="hint"> {say.check.line(line)}</span>}
      </td>
      <td class={change.class === "C" ? "" : "before"}>
        <Value text={valueOf(field, before)} />
      </td>
      <td class="after">{change.class === "C" ? <Choice change={change} chosen={chosen} onChosen={onChosen} /> : <Value text={valueOf(field, after)} />}</td>
      <td class="why">{why}</td>
    </tr>
  );
}

function Value({ text }: { text: string | null }) {
  return text === null ? <i class="hint">{say.plan.empties}</i> : <span class="value">{text}</span>;
}

function Choice({ change, chosen, onChosen }: { change: Change; chosen: Chosen; onChosen: (chosen: Chosen) => void }) {
  const choice = chosen.get(change.n);
  return (
    <select aria-label={`${change.voucherNumber ?? ""} ${say.plan.choose}`} data-choice={change.n} value={typeof choice === "string" ? choice : ""} onChange={(event) => onChosen(withChoice(chosen, change.n, event.currentTarget.value))}>
      <option value="">{say.plan.leave}</option>
      {change.candidates.map((candidate) => (
        <option key={candidate} value={candidate}>
          {valueOf(change.field, candidate)}
        </option>
      ))}
    </select>
  );
}
