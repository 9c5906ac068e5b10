import { useState } from "preact/hooks";
import type { Applied, Change, RepairPlan, RepairRun } from "../api/shapes";
import { formatCount } from "../exact/amount";
import { say } from "../language/language";
import { Button, Failure, JobProgress, Notice } from "../ui/controls";
import { useLoaded, useWork } from "../ui/work";
import { acceptanceOf, chosenCount, type Chosen, withAll } from "./choosing";
import type { MonthProps } from "./MonthScreen";
import { PlanGroups } from "./PlanGroups";
import { RepairHistory } from "./RepairHistory";
import { VoucherDialog } from "./VoucherDialog";

const changesPerPage = 5000;

/** Muhasebe Bakım: what would change, before and after, and nothing of it before a person says so. */
export function PlanTab(props: MonthProps) {
  const { book, month, by, rules, onChanged, onTab } = props;
  const [told, setTold] = useState<string | null>(null);
  const path = `${book.month(month.period)}/repairs`;
  const runs = useLoaded<RepairRun[]>(() => book.client.get(path), [path, month.revision]);
  const isOpen = month.numbers === undefined;
  const work = useWork();
  const [plan, setPlan] = useState<RepairPlan | null>(null);
  const make = () =>
    work.run(async (onProgress) => {
      setTold(null);
      const { run } = await book.client.act<{ run: string }>(path, {}, onProgress);
      const changes = await book.client.pages<Change, RepairPlan>(`${path}/${run}?size=${changesPerPage}`, (page) => page.changes);
      const made = { ...(await book.client.get<RepairPlan>(`${path}/${run}?size=1`)), changes };
      await onChanged(); // The plan is of the month as it stands now, which may be newer than what is shown.
      setPlan(made);
    });
  const apply = (chosen: Chosen) =>
    work.run(async (onProgress) => {
      if (plan === null) return;
      const applied = await book.client.act<Applied>(`${path}/${plan.run}/apply`, { by, accept: acceptanceOf(plan.changes, chosen) }, onProgress);
      const leftOut = applied.leftOut.length > 0 ? ` ${say.plan.leftOut(formatCount(applied.leftOut.length))}` : "";
      setPlan(null);
      try {
        await book.client.act(`${book.month(month.period)}/check`, {}, onProgress);
      } finally {
        await Promise.all([onChanged(), runs.reload()]);
        setTold(say.plan.applied(formatCount(applied.applied), formatCount(applied.remaining.error)) + leftOut);
      }
    });
  const undone = () => {
    setPlan(null);
    setTold(say.plan.undone);
    void onChanged();
    void runs.reload();
  };
  return (
    <>
      <p class="lead">{say.plan.lead}</p>
      {!isOpen && <Notice>{say.plan.sealed}</Notice>}
      {told !== null && (
        <div class="row wrap acts">
          <Notice kind="good">{told}</Notice>
          <Button id="after-plan" kind="main" onPress={() => onTab("kontrol")}>
            {say.tabs.kontrol} →
          </Button>
        </div>
      )}
      {isOpen && plan === null && (
        <p class="acts">
          <Button id="make-plan" kind={told === null ? "main" : "plain"} disabled={work.running || month.vouchers === 0} onPress={make}>
            {say.plan.make}
          </Button>
        </p>
      )}
      {work.running && <JobProgress job={work.job} />}
      <Failure error={work.error} />
      {plan !== null && <Plan key={plan.run} {...props} plan={plan} isBusy={work.running} onApply={apply} />}
      <RepairHistory book={book} month={month} by={by} runs={runs.value} error={runs.error} rules={rules} onUndone={undone} />
    </>
  );
}

function Plan({ book, month, by, rules, plan, isBusy, onApply }: MonthProps & { plan: RepairPlan; isBusy: boolean; onApply: (chosen: Chosen) => void }) {
  const [chosen, setChosen] = useState<Chosen>(() => withAll(plan.changes));
  const [voucher, setVoucher] = useState<string | null>(null);
  const work = useWork();
  if (month.revision !== plan.revision) return <Notice kind="warning">{say.plan.moved}</Notice>;
  const count = chosenCount(chosen);
  return (
    <section>
      {plan.unrepairable > 0 && <Notice kind="warning">{say.plan.unrepairable(formatCount(plan.unrepairable))}</Notice>}
      {plan.changes.length === 0 ? (
        <Notice>{say.plan.empty}</Notice>
      ) : (
        <>
          <div class="row wrap filters">
            <Button kind="quiet" onPress={() => setChosen(withAll(plan.changes, chosen))}>
              {say.plan.all}
            </Button>
            <Button kind="quiet" onPress={() => setChosen(new Map())}>
              {say.plan.nothing}
            </Button>
            <span class="spring" />
            <Button
              kind="quiet"
              disabled={work.running}
              onPress={() => work.run(() => book.client.save(`${book.month(month.period)}/repairs/${plan.run}?format=xlsx`, `bakim-${month.period}.xlsx`))}
            >
              {say.plan.workbook}
            </Button>
          </div>
          <Failure error={work.error} />
          <PlanGroups changes={plan.changes} chosen={chosen} onChosen={setChosen} rules={rules} onVoucher={setVoucher} />
          <div class="act-bar">
            <span>
              <b>{say.plan.selected(formatCount(count))}</b> · {say.by}: {by}
            </span>
            <Button id="apply" kind="main" disabled={isBusy || count === 0} onPress={() => onApply(chosen)}>
              {say.plan.apply}
            </Button>
          </div>
        </>
      )}
      {voucher !== null && <VoucherDialog book={book} month={month} id={voucher} rules={rules} onClose={() => setVoucher(null)} />}
    </section>
  );
}
