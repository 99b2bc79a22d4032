// What is decided about the cast: enough for a picture of each page, and the same in every city.
import { addDays, addMonths } from "../../../kernel/day.ts";
import type { Day } from "../../../kernel/day.ts";
import { AWKWARD_WORDS } from "../awkward/text.ts";
import { demoCast } from "../cast.ts";
import type { CastMember } from "../cast.ts";
import { randomFrom } from "../random.ts";
import type { RowOf } from "../table.ts";
import type { DemoSubject } from "../town.ts";
import type { Act, Actor } from "./act.ts";
import { decidedSoThatEnds } from "./clock-cases.ts";
import { MAKERS } from "./makers.ts";
import { penaltyRow } from "./penalty.ts";
import { permitRow } from "./permit.ts";
import type { Severity } from "./penalty.ts";

/** A row about one of the cast, and by whom it is sent. */
export interface CastRow {
  readonly actor: string;
  readonly entry: string;
  /** When it was decided. */
  readonly day: Day;
  readonly row: RowOf;
  /** True for the one row that must end as a question. */
  readonly isQuestion?: boolean;
}

export interface CastWish {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly subjects: readonly DemoSubject[];
  readonly today: Day;
  readonly seed: string;
}

/** Document numbers of the cast begin here, above those of any year. */
const NUMBER_FROM = 900_000;

class CastDesk {
  readonly rows: CastRow[] = [];
  readonly #wish: CastWish;
  #number = NUMBER_FROM;

  constructor(wish: CastWish) {
    this.#wish = wish;
  }

  get today(): Day {
    return this.#wish.today;
  }

  /** Adds a row of an entry, unless the department does not send here. */
  add(
    actor: string,
    entry: string,
    about: {
      readonly member: CastMember;
      readonly day: Day;
      readonly make?: (act: Act) => RowOf;
      readonly isQuestion?: boolean;
    },
  ): void {
    const acting = this.#wish.actors.get(actor);
    const make = about.make ?? MAKERS[entry];
    if (acting === undefined || make === undefined) return;
    this.#number += 1;
    const random = randomFrom(`${this.#wish.seed} cast ${actor} ${entry} ${this.#number}`);
    const act = {
      actor: acting,
      subject: this.#subject(about.member),
      day: about.day,
      number: this.#number,
      today: this.today,
      random,
    };
    this.rows.push({
      actor,
      entry,
      day: about.day,
      row: make(act),
      ...(about.isQuestion === true && { isQuestion: true }),
    });
  }

  permit(actor: string, member: CastMember, term: { readonly from: Day; readonly until?: Day }): void {
    this.add(actor, "permit", { member, day: term.from, make: (act) => permitRow(act, term.until) });
  }

  penalty(actor: string, member: CastMember, decision: { readonly day: Day; readonly severity: Severity }): void {
    this.add(actor, "penalty", {
      member,
      day: decision.day,
      make: (act) => penaltyRow(act, { severity: decision.severity }),
    });
  }

  /** The registered subject; for the one that nobody registered, as much as a row needs. */
  #subject(member: CastMember): DemoSubject {
    const registeredOn = addMonths(this.today, -90);
    const unregistered: DemoSubject = {
      uscc: member.uscc,
      group: "enterprise",
      region: member.uscc.slice(2, 8),
      registrar: "market",
      registeredOn,
      names: [{ name: member.name, from: registeredOn }],
      scope: "",
      isCast: true,
    };
    return this.#wish.subjects.find((one) => one.uscc === member.uscc) ?? unregistered;
  }
}

/** A permit of each state, two penalties shown (one to be repaired in ten days, one already), and one question. */
function actsOfKnown(desk: CastDesk): void {
  const { today } = desk;
  const { known } = demoCast;
  const ago = (months: number): Day => addMonths(today, -months);
  desk.permit("environment", known, { from: ago(14), until: addDays(addMonths(today, 46), -1) });
  desk.permit("market", known, { from: ago(36), until: today });
  desk.permit("market", known, { from: ago(40), until: addDays(today, -1) });
  desk.permit("market", known, { from: ago(50), until: "2099-12-31" as Day });
  desk.permit("market", known, { from: addDays(today, -3), until: addMonths(today, 12) });
  desk.penalty("environment", known, { day: decidedSoThatEnds(addDays(today, 9), 3) ?? ago(2), severity: "general" });
  desk.penalty("market", known, { day: ago(6), severity: "general" });
  desk.penalty("market", known, { day: ago(4), severity: "minor" });
  desk.penalty("environment", known, { day: ago(40), severity: "general" });
  const misnamed = (act: Act): RowOf => ({
    ...penaltyRow(act, { severity: "general" }),
    subjectName: AWKWARD_WORDS.otherName,
  });
  desk.add("market", "penalty", { member: known, day: addDays(today, -12), make: misnamed, isQuestion: true });
  desk.add("tax", "honour", { member: known, day: ago(7) });
  desk.add("environment", "rating", { member: known, day: ago(5) });
  desk.add("market", "commitment", { member: known, day: ago(3) });
  desk.add("market", "inspection", { member: known, day: ago(2) });
}

/** One record of each kind, by the departments that keep them. */
function actsOfEverything(desk: CastDesk): void {
  const day = addMonths(desk.today, -3);
  const kinds = [
    ["environment", "permit"],
    ["environment", "penalty"],
    ["market", "coercive-measure"],
    ["market", "inspection"],
    ["market", "abnormal-operation"],
    ["labour", "serious-list"],
    ["court", "judgment-debtor"],
    ["tax", "honour"],
    ["environment", "rating"],
    ["market", "commitment"],
  ] as const;
  for (const [actor, entry] of kinds) desk.add(actor, entry, { member: demoCast.everything, day });
}

/** Every row about the cast. The names of the departments are those of `DEPARTMENTS`. */
export function castRows(wish: CastWish): readonly CastRow[] {
  const desk = new CastDesk(wish);
  const { today } = wish;
  const ago = (months: number): Day => addMonths(today, -months);
  actsOfKnown(desk);
  actsOfEverything(desk);
  desk.permit("market", demoCast.enterprise, { from: ago(10) });
  desk.penalty("market", demoCast.enterprise, { day: ago(2), severity: "general" });
  desk.add("tax", "honour", { member: demoCast.enterprise, day: ago(9) });
  desk.add("tax", "honour", { member: demoCast.bank, day: ago(8) });
  desk.add("environment", "rating", { member: demoCast.subscriber, day: ago(6) });
  desk.permit("market", demoCast.shop, { from: ago(20) });
  desk.penalty("market", demoCast.shop, { day: ago(1), severity: "general" });
  desk.permit("market", demoCast.long, { from: ago(5) });
  desk.add("labour", "serious-list", { member: demoCast.listed, day: ago(4) });
  desk.penalty("labour", demoCast.listed, { day: ago(5), severity: "serious" });
  desk.permit("market", demoCast.unsound, { from: ago(12) });
  desk.permit("market", demoCast.provisional, { from: ago(1) });
  for (let time = 0; time < 60; time += 1) desk.permit("market", demoCast.many, { from: addDays(ago(58), 29 * time) });
  return desk.rows;
}
