// 三员分立: who runs the system, who guards it and who reads its traces are three people, and none of them works with data.
import type { Role } from "../rules.ts";

const ADMINISTRATORS: ReadonlySet<Role> = new Set(["system-admin", "security-admin", "auditor"]);

/** Whether the role is one of the three administrators. */
export function isAdministrator(role: Role): boolean {
  return ADMINISTRATORS.has(role);
}

/** Whether one person may hold these roles at once: an administrator's role stands alone, any other may stand with others. */
export function isSeparated(roles: readonly Role[]): boolean {
  const [first] = roles;
  return !roles.some(isAdministrator) || roles.every((role) => role === first);
}
