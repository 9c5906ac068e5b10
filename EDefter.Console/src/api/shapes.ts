import type { Amount } from "../exact/amount";

// The shapes of the wire, as far as the screen reads them.

export interface Problem {
  type: string;
  title: string;
  detail: string;
  status: number;
  /** Where in a form the refusal belongs. */
  member?: string;
}

export type Role = "erp" | "accountant" | "integrator" | "admin";

export interface SessionCompany {
  id: string;
  title?: string;
  eDefter: boolean;
  branches: { code: string; name?: string }[];
  fiscalYears: { start: string; end: string }[];
  roles: Role[];
}

export interface SessionAnswer {
  role: Role;
  companies: SessionCompany[];
  signedInBy: "key" | "token";
  /** What the directory calls who signed in. */
  person?: string;
  key?: { name: string; warning?: string };
}

/** Pages of the platform where one signs in and out with the company's directory. */
export interface PlatformSignIn {
  signIn: string;
  signOut: string;
}

export type MonthState = "open" | "faulty" | "clean" | "numbered" | "archived" | "filed";

export interface Totals {
  vouchers: number;
  lines: number;
  debit: Amount;
  credit: Amount;
  received: number;
  processed: number;
  cancelled: number;
  undated: number;
}

export interface Counts {
  error: number;
  warning: number;
  info: number;
  acknowledged: number;
}

export interface NumberResult {
  period: string;
  first: number;
  last: number;
  firstLine: number;
  lastLine: number;
  vouchers: number;
  lines: number;
  debit: Amount;
  credit: Amount;
  order: string;
  previous: string;
  chain: string;
}

export interface Month {
  deadline?: Deadline;
  period: string;
  revision: number;
  state: MonthState;
  vouchers: number;
  totals?: Totals;
  findings?: Counts;
  checkedAt?: string;
  numbers?: NumberResult;
  numberedBy?: string;
  archives: number;
  filed?: { by: string; at: string };
  monthEnd?: { outcome: string; startedAt: string; endedAt?: string; reason?: string };
}

export interface Deadline {
  period: string;
  due: string;
  daysLeft: number;
  rule: string;
  extendedBy?: string;
}

export type Severity = "error" | "warning" | "info";

export interface Finding {
  rule: string;
  severity: Severity;
  voucherId?: string;
  voucherNumber?: string;
  date?: string;
  line?: number;
  field?: string;
  message: string;
  remedy: string;
  source: string;
  trail?: string[];
  repair?: { class: string; offered: boolean };
  acknowledged?: { by: string; note: string; at: string; id?: string };
  link?: string;
}

export interface Coverage {
  rule: string;
  outcome: "ran" | "notApplicable" | "noData" | "off" | "skipped";
  findings: number;
  acknowledged: number;
}

export interface Report {
  revision?: number;
  state: MonthState;
  checkedAt: string;
  rulePack: string;
  totals: Totals;
  counts: Counts;
  coverage: Coverage[];
  findings: Finding[];
  next?: string;
}

export interface RuleInfo {
  code: string;
  severity: Severity;
  repairClass: "A" | "B" | "C" | "N";
  message: string;
  remedy: string;
  source: string;
}

export interface Rules {
  rules: RuleInfo[];
  fields: Record<string, string>;
}

export interface Change {
  n: number;
  rule: string;
  class: "A" | "B" | "C";
  kind: "set" | "splitLine" | "splitVoucher" | "exclude";
  target: "voucher" | "chart" | "company" | "output";
  voucherId?: string;
  voucherNumber?: string;
  line?: number;
  field: string;
  before?: string;
  after?: string;
  why: string;
  candidates: string[];
  requires: number[];
}

export interface RepairAct {
  kind: "plan" | "apply" | "undo";
  by: string;
  at: string;
  changes: number;
}

export interface RepairRun {
  run: string;
  revision: number;
  state: "planned" | "applied" | "undone" | "superseded";
  changes: number;
  unrepairable: number;
  standing?: string;
  acts: RepairAct[];
}

export interface RepairPlan {
  run: string;
  revision: number;
  state: string;
  unrepairable: number;
  groups: { rule: string; class: string; changes: number; vouchers: number }[];
  changes: Change[];
  changeCount: number;
  standing: number[];
  next?: string;
}

export interface Applied {
  applied: number;
  revision: number;
  remaining: Counts;
  leftOut: unknown[];
}

export interface Profile {
  id: string;
  title: string;
  description: string;
  confidence: "exact" | "high" | "single" | "own";
  unverified: boolean;
  source: string;
  builtIn: boolean;
  kind: string;
  /** Name → the value when nobody chooses. */
  parameters: Record<string, string>;
}

export interface Archive {
  id: string;
  profile: string;
  file: string;
  sha256: string;
  content: string;
  bytes: number;
  by: string;
  at: string;
  current: boolean;
  /** Set for a draft of the authority's documents, which nobody has signed. */
  draft?: object;
  url?: string;
}

export interface Verdict {
  verdict: "intact" | "altered" | "unknown";
  likely?: string;
  differences: { file: string; place?: string; expected?: string; found?: string; kind?: string }[];
}

export interface Job {
  id: string;
  kind: string;
  state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
  step?: string;
  done: number;
  total: number;
  eta?: string;
  result?: unknown;
  problem?: Problem;
}

export interface RejectedRow {
  at: string;
  id?: string;
  reason: string;
}

export interface Received {
  received: number;
  stored: number;
  unchanged: number;
  undated: number;
  rejected: RejectedRow[];
  supersededRepairs: string[];
  periods: { period: string; revision: number }[];
}

export interface VoucherLine {
  id?: string;
  account?: string;
  accountName?: string;
  mainAccountName?: string;
  debit?: Amount;
  credit?: Amount;
  description?: string;
  postingDate?: string;
  paymentMethod?: string;
  document?: VoucherDocument;
}

export interface VoucherDocument {
  type?: string;
  typeDescription?: string;
  number?: string;
  date?: string;
}

export interface Voucher {
  id: string;
  number?: string;
  date?: string;
  kind?: string;
  state?: string;
  enteredBy?: string;
  enteredAt?: string;
  comment?: string;
  module?: string;
  document?: VoucherDocument;
  lines: VoucherLine[];
}

export interface AutoClose {
  day: number;
  profile?: string;
  repairClasses: string[];
  approvedBy?: string;
  approvedOn?: string;
  tell: string[];
}

export interface Accountant {
  name?: string;
  title?: string;
  engagement?: string;
  phone?: string;
  email?: string;
  inHouse?: boolean;
}

export interface Company extends Record<string, unknown> {
  id: string;
  title?: string;
  eDefter?: boolean;
  branches?: { code: string; name?: string }[];
  accountants?: Accountant[];
  integratorProfile?: string;
  severities?: Record<string, string>;
  autoClose?: AutoClose;
}
