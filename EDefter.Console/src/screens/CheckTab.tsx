import { useState } from "preact/hooks";
import type { Counts, Finding, Report, Severity } from "../api/shapes";
import { formatCount } from "../exact/amount";
import { say } from "../language/language";
import { Button, Failure, JobProgress, Notice } from "../ui/controls";
import { severities, severityWord } from "../ui/rules";
import { useLoaded, useWork } from "../ui/work";
import { type Acknowledged, AcknowledgeDialog } from "./AcknowledgeDialog";
import { AcknowledgementList } from "./AcknowledgementList";
import { CoverageTable } from "./CoverageTable";
import { FindingGroups } from "./FindingGroups";
import { FindingsChart } from "./FindingsChart";
import type { MonthProps } from "./MonthScreen";
import { readReport, type Speaking, speakingOf } from "./speaking";
import { VoucherDialog } from "./VoucherDialog";

const findingsMost = 5000;

/** What is wrong with the month, errors first, every finding with what to do. */
export function CheckTab(props: MonthProps) {
  const { book, month, onChanged, onTab } = props;
  const work = useWork();
  // Dialogs stand here and not below: a report that is loaded anew takes none of them from under the reader's hand.
  const [voucher, setVoucher] = useState<string | null>(null);
  const [acknowledged, setAcknowledged] = useState<Acknowledged | null>(null);
  // Whether the repair has anything for the errors that stand, and of which check that is known: a verdict that is said is not taken back.
  const [mendable, setMendable] = useState<{ checkedAt: string | undefined; isIt: boolean } | null>(null);
  const check = () =>
    work.run(async (onProgress) => {
      await book.client.act(`${book.month(month.period)}/check`, {}, onProgress);
      await onChanged();
    });
  const isFresh = month.findings !== undefined;
  const isOpen = month.numbers === undefined;
  return (
    <>
      {isOpen && (
        <div class="row wrap acts">
          <Button id="check" kind={isFresh ? "plain" : "main"} disabled={work.running} onPress={check}>
            {isFresh ? say.check.again : say.check.run}
          </Button>
          {month.findings !== undefined && !work.running && (
            <NextStep counts={month.findings} isMendable={mendable !== null && mendable.checkedAt === month.checkedAt ? mendable.isIt : undefined} onTab={onTab} />
          )}
        </div>
      )}
      {work.running && <JobProgress job={work.job} />}
      <Failure error={work.error} />
      {!isFresh && !work.running && <Notice>{month.vouchers === 0 ? say.year.empty : say.check.notYet}</Notice>}
      {isFresh && <ReportView {...props} key={month.checkedAt} onVoucher={setVoucher} onAcknowledge={setAcknowledged} onMendable={(isIt) => setMendable({ checkedAt: month.checkedAt, isIt })} />}
      {voucher !== null && <VoucherDialog book={book} month={month} id={voucher} rules={props.rules} onClose={() => setVoucher(null)} />}
      {acknowledged !== null && <AcknowledgeDialog book={book} month={month} by={props.by} about={acknowledged} onClose={() => setAcknowledged(null)} onDone={onChanged} />}
    </>
  );
}

function NextStep({ counts, isMendable, onTab }: { counts: Counts; isMendable: boolean | undefined; onTab: MonthProps["onTab"] }) {
  if (counts.error === 0)
    return (
      <>
        <span class="verdict good">{say.check.clean}</span>
        <Button id="to-numbers" kind="main" onPress={() => onTab("numara")}>
          {say.next.preview} →
        </Button>
      </>
    );
  if (isMendable === undefined) return null;
  if (!isMendable)
    return (
      <>
        <span class="verdict bad">{say.check.onlyErp(formatCount(counts.error))}</span>
        <Button id="to-vouchers" kind="main" onPress={() => onTab("fisler")}>
          {say.next.upload} →
        </Button>
      </>
    );
  return (
    <>
      <span class="verdict bad">{say.check.errorsStand(formatCount(counts.error))}</span>
      <Button id="to-plan" kind="main" onPress={() => onTab("bakim")}>
        {say.next.plan} →
      </Button>
    </>
  );
}

export type Show = Severity | "all" | "repairable";

interface ReportViewProps extends MonthProps {
  onVoucher: (id: string) => void;
  onAcknowledge: (about: Acknowledged) => void;
  onMendable: (isMendable: boolean) => void;
}

function ReportView({ book, month, by, rules, onChanged, onVoucher, onAcknowledge, onMendable }: ReportViewProps) {
  const [show, setShow] = useState<Show>("all");
  const [search, setSearch] = useState("");
  const path = `${book.month(month.period)}/report`;
  const report = useLoaded<Report>(async () => {
    try {
      const read = await readReport(book.client, path, findingsMost);
      onMendable(read.next !== undefined || read.findings.some(({ severity, repair }) => severity === "error" && repair?.offered === true));
      return read;
    } catch (failed) {
      onMendable(true); // Nobody knows; the plan will say.
      throw failed;
    }
  }, [path, month.checkedAt, month.findings?.acknowledged]);
  const work = useWork();
  if (report.value === undefined) return report.error === null ? <p class="loading">{say.loading}</p> : <Failure error={report.error} />;
  const { findings, coverage, counts, next } = report.value;
  const isWhole = next === undefined;
  const speaking = speakingOf(findings, coverage, isWhole);
  const shown = findings.filter((finding) => isShown(finding, show, search));
  // What is searched for is looked for in what is loaded; so it is counted there, too.
  const isNarrowed = search.trim() !== "" || show === "repairable";
  const all = counts.error + counts.warning + counts.info + counts.acknowledged;
  const changed = () => {
    void report.reload();
    void onChanged();
  };
  return (
    <>
      {findings.length > 0 && <FindingsChart speaking={speaking} rules={rules} />}
      <section aria-labelledby="by-rule">
        <div class="row wrap between">
          <h2 id="by-rule">{say.check.byRule}</h2>
          <Button kind="quiet" disabled={work.running} onPress={() => work.run(() => book.client.save(`${path}?format=xlsx`, `kontrol-${month.period}.xlsx`))}>
            {say.check.workbook}
          </Button>
        </div>
        <Failure error={work.error} />
        {!isWhole && <Notice>{say.check.notAll(formatCount(findings.length), formatCount(all))}</Notice>}
        <Filters findings={findings} speaking={speaking} isWhole={isWhole} show={show} onShow={setShow} search={search} onSearch={setSearch} />
        {shown.length === 0 ? (
          <p class="hint">{say.check.none}</p>
        ) : (
          <FindingGroups book={book} month={month} rules={rules} findings={shown} isWhole={isWhole || isNarrowed} coverage={coverage} onVoucher={onVoucher} onAcknowledge={onAcknowledge} />
        )}
      </section>
      <AcknowledgementList book={book} month={month} by={by} rules={rules} count={counts.acknowledged} onChanged={changed} />
      <CoverageTable coverage={coverage} rules={rules} />
    </>
  );
}

function isShown(finding: Finding, show: Show, search: string): boolean {
  if (show === "repairable" ? finding.repair?.offered !== true : show !== "all" && finding.severity !== show) return false;
  const wanted = search.trim().toLocaleLowerCase("tr-TR");
  return wanted === "" || `${finding.rule} ${finding.voucherNumber ?? ""} ${finding.message}`.toLocaleLowerCase("tr-TR").includes(wanted);
}

interface FiltersProps {
  findings: Finding[];
  speaking: Speaking[];
  isWhole: boolean;
  show: Show;
  onShow: (show: Show) => void;
  search: string;
  onSearch: (text: string) => void;
}

function Filters({ findings, speaking, isWhole, show, onShow, search, onSearch }: FiltersProps) {
  const loaded = (each: Show) => formatCount(findings.filter((finding) => isShown(finding, each, "")).length);
  const counted = (each: Show) => formatCount(speaking.filter(({ severity }) => each === "all" || severity === each).reduce((sum, { count }) => sum + count, 0));
  // What may be repaired is known of what is loaded only: there are as many at least.
  const count = (each: Show) => (isWhole ? loaded(each) : each === "repairable" ? `${loaded(each)}+` : counted(each));
  return (
    <div class="row wrap filters">
      {(["all", ...severities, "repairable"] as const).map((each) => (
        <Button key={each} kind="quiet" pressed={show === each} onPress={() => onShow(each)}>
          {each === "all" ? say.check.filterAll : each === "repairable" ? say.check.repairable : severityWord(each)} <b>{count(each)}</b>
        </Button>
      ))}
      <input type="search" aria-label={say.check.search} placeholder={say.check.search} value={search} onInput={(event) => onSearch(event.currentTarget.value)} />
    </div>
  );
}
