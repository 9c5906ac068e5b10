import type { Archive } from "./shapes";

// What a rehearsal answers, as far as the screen reads it.

export interface RehearsedDocument {
  name: string;
  kind: "journal" | "journalBerat" | "ledger" | "ledgerBerat" | "report";
  entries: number;
  lines: number;
  xsd: "skipped" | "passed" | "failed";
  asserts: { run: number; failed: number };
  findings: number;
  counts: Record<string, number>;
}

export interface RehearsalFinding {
  document: string;
  assert: string;
  entry?: string;
  line?: string;
  voucherId?: string;
  voucherNumber?: string;
  account?: string;
  element?: string;
  xmlLine: number;
  message: string;
  remedy: string;
  link?: string;
}

export interface LeftOutVoucher {
  voucherId: string;
  voucherNumber?: string;
  link?: string;
}

export interface UnwritableValue {
  voucherId?: string;
  voucherNumber?: string;
  message: string;
  remedy: string;
}

export interface Rehearsal {
  /** The month is still as it was rehearsed. */
  current: boolean;
  /** With the numbers that were given; false: with those that the month would get. */
  numbered: boolean;
  clean: boolean;
  parts: number;
  entries: number;
  remarks: string[];
  notAsked: string[];
  schema: { outcome: "skipped" | "ran"; message: string };
  documents: RehearsedDocument[];
  findingCount: number;
  /** The first five hundred of each document. */
  findings: RehearsalFinding[];
  unwritable: UnwritableValue[];
  unwritableCount: number;
  leftOut: LeftOutVoucher[];
  leftOutCount: number;
  rehearsedAt: string;
  archive?: Archive;
}
