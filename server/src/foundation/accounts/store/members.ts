// The accounts of an organisation, or of all: who there is, without anything that lets somebody in.
import { statement } from "../../../platform/database/pool.ts";
import type { Tx } from "../../../platform/database/pool.ts";
import type { Role } from "../rules.ts";
import type { MemberState } from "../rules/member.ts";

export interface MemberRow {
  readonly account: string;
  readonly login: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly role: Role;
  readonly disabledAt: Date | null;
  readonly frozenAt: Date | null;
  readonly organisationFrozenAt: Date | null;
  /** When it last signed in with a browser; null where it never did. */
  readonly signedInAt: Date | null;
}

/** Where a list of members goes on. */
export interface MemberPlace {
  readonly organisation: string;
  readonly login: string;
}

export interface MemberFilter {
  /** Null: of all organisations. */
  readonly organisation: string | null;
  readonly role: Role | null;
  readonly state: MemberState | null;
  readonly after: MemberPlace | null;
  readonly limit: number;
}

const selectMembers = statement(
  "accounts.members",
  `select a.account, a.login, a.organisation, o.name as "organisationName", a.role, a.disabled_at as "disabledAt",
     a.frozen_at as "frozenAt", o.frozen_at as "organisationFrozenAt",
     (select max(s.started_at) from accounts.session s where s.account = a.account) as "signedInAt"
   from accounts.account a join accounts.organisation o on o.uscc = a.organisation
   where ($1::text is null or a.organisation = $1) and ($2::text is null or a.role = $2)
     and ($3::text is null or $3 = case when a.disabled_at is not null then 'closed'
       when a.frozen_at is not null or o.frozen_at is not null then 'frozen' else 'active' end)
     and ($4::text is null or (a.organisation, a.login) > ($4, $5::text))
   order by a.organisation, a.login limit $6`,
);

/** Members by organisation and login. */
export function listMembers(tx: Tx, { organisation, role, state, after, limit }: MemberFilter): Promise<MemberRow[]> {
  const place = [after?.organisation ?? null, after?.login ?? null];
  return tx.rows<MemberRow>(selectMembers, [organisation, role, state, ...place, limit]);
}
