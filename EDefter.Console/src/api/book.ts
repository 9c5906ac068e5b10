import type { Client } from "./client";

/** Where a book's calls are. */
export class Book {
  constructor(
    readonly client: Client,
    readonly company: string,
    readonly branch: string,
  ) {}

  get companyPath(): string {
    return `/api/companies/${encodeURIComponent(this.company)}`;
  }

  get path(): string {
    return `${this.companyPath}/${encodeURIComponent(this.branch)}`;
  }

  month(period: string): string {
    return `${this.path}/periods/${period}`;
  }

  voucher(id: string): string {
    return `${this.path}/vouchers/${encodeURIComponent(id)}`;
  }
}
