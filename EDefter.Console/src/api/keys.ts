/** A key as the list shows it: never the key itself. */
export interface KeyItem {
  id: string;
  role: string;
  name: string;
  createdAt: string;
  expiresOn?: string;
  lastUsedAt?: string;
  revokedAt?: string;
  endsAt?: string;
  replacedBy?: string;
  replaces?: string;
  daysLeft?: number;
  warning?: string;
}

/** A new key, told this once. */
export interface IssuedKey {
  id: string;
  key: string;
  name: string;
  replacedUntil?: string;
}

export const keyRoles = ["accountant", "erp", "integrator", "calendar"] as const;
