import type { Rehearsal } from "../api/rehearsal";
import { formatCount } from "../exact/amount";
import { say } from "../language/language";
import { Button, Growing } from "../ui/controls";

/** What the documents do not hold: vouchers that cannot be entries yet, and values that no document of this kind can carry. */
export function RehearsalLeftOut({ report, onVoucher }: { report: Rehearsal; onVoucher: (id: string) => void }) {
  const { leftOut, leftOutCount, unwritable, unwritableCount } = report;
  return (
    <>
      {leftOutCount > 0 && (
        <section class="card" id="left-out">
          <h2>{say.rehearsal.leftOut(formatCount(leftOutCount))}</h2>
          <p class="hint">{say.rehearsal.leftOutHint}</p>
          <ul class="row wrap">
            {leftOut.map(({ voucherId, voucherNumber }) => (
              <li key={voucherId}>
                <Button kind="quiet" onPress={() => onVoucher(voucherId)}>
                  {say.check.open} {voucherNumber ?? voucherId}
                </Button>
              </li>
            ))}
          </ul>
          {leftOutCount > leftOut.length && <p class="hint">{say.rehearsal.notAll(formatCount(leftOut.length), formatCount(leftOutCount))}</p>}
        </section>
      )}
      {unwritableCount > 0 && (
        <section class="card">
          <h2>{say.rehearsal.unwritable(formatCount(unwritableCount))}</h2>
          <Growing
            items={unwritable}
            render={(few) => (
              <ul class="plain">
                {few.map((value, place) => (
                  <li key={place}>
                    <b>{value.message}</b>
                    <br />
                    {value.remedy}
                  </li>
                ))}
              </ul>
            )}
          />
          {unwritableCount > unwritable.length && <p class="hint">{say.rehearsal.notAll(formatCount(unwritable.length), formatCount(unwritableCount))}</p>}
        </section>
      )}
    </>
  );
}
