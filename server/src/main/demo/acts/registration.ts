// The register as the registering departments send it: first entries, and changes of name.
import type { Day } from "../../../kernel/day.ts";
import { randomFrom } from "../random.ts";
import { districtOf } from "../names.ts";
import type { RowOf } from "../table.ts";
import { ENTERPRISE_KINDS, PERSON_FAMILY, PERSON_GIVEN, PROVINCE, REGISTRATION_STATES } from "../text.ts";
import type { DemoSubject } from "../town.ts";
import type { Actor } from "./act.ts";
import { registrationNoOf } from "../codes.ts";

const KINDS = Object.values(ENTERPRISE_KINDS);

/** First entries of the given subjects, with the name each had then. */
export function* registrationRows(subjects: readonly DemoSubject[], actor: Actor, seed: string): Generator<RowOf> {
  const random = randomFrom(`${seed} ${actor.id} registration`);
  let place = 0;
  for (const subject of subjects) {
    place += 1;
    const district = districtOf(subject.region);
    const isEnterprise = subject.group === "enterprise";
    yield {
      subjectName: subject.names[0]?.name ?? "",
      subjectCode: subject.uscc,
      registrationNo:
        isEnterprise && subject.registeredOn < "2015-10-01" ? registrationNoOf(subject.region, place) : "",
      kind: isEnterprise ? random.pick(KINDS) : "",
      registeredOn: subject.registeredOn,
      approvedOn: subject.registeredOn,
      status: subject.isCast ? REGISTRATION_STATES[0] : random.pick(REGISTRATION_STATES),
      capital: isEnterprise ? String(10 * (1 + random.below(500))) : "",
      scope: subject.scope,
      province: PROVINCE,
      region: district.zh,
      address: `${district.zh}${random.pick(district.streets)}${1 + random.below(300)}`,
      authority: actor.zh,
      representative: random.pick(PERSON_FAMILY) + random.pick(PERSON_GIVEN),
    };
  }
}

/** Later entries of those that changed their name on days that `takes`, each dated on the day of the change. */
export function* renameRows(
  subjects: readonly DemoSubject[],
  actor: Actor,
  takes: (day: Day) => boolean,
): Generator<RowOf> {
  for (const subject of subjects) {
    for (const [at, { name, from }] of subject.names.entries()) {
      if (at === 0 || !takes(from)) continue;
      yield {
        subjectName: name,
        subjectCode: subject.uscc,
        registeredOn: from,
        approvedOn: from,
        formerName: subject.names[at - 1]?.name ?? "",
        status: REGISTRATION_STATES[0],
        authority: actor.zh,
      };
    }
  }
}
