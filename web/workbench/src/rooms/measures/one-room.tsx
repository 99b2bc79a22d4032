// One measure of the registry: what it rests on, where it applies, how long, and what can be done against it.
import type { ReactNode } from "react";
import { useMeasures } from "../../client/measures.ts";
import type { Measure, MeasureRegistry } from "../../client/measures.ts";
import type { RoomProps } from "../../room.ts";
import { hrefOf } from "../../router/path.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Chapter, PageHead } from "../../ui/page-head.tsx";
import { Read } from "../../ui/read.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { stateStatus, termOf } from "./listed.ts";
import { measuresText as text } from "./text.ts";

const words = text.one;

const joined = (parts: readonly string[], none: string): string => (parts.length === 0 ? none : parts.join(words.join));

function factsOf(one: Measure, { matters }: MeasureRegistry): readonly (readonly [string, ReactNode])[] {
  const names = new Map(matters.map(({ id, name }) => [id, name]));
  const some: readonly (readonly [string, string | null])[] = [
    [words.commitment, one.commitment],
    [words.item, one.item],
    [words.note, one.note],
  ];
  return [
    [words.content, one.content],
    [words.triggers, joined(one.triggers, words.noTrigger)],
    [words.unless, joined(one.unless, words.none)],
    [
      words.subjectKinds,
      joined(
        one.subjectKinds.map((kind) => words.kinds[kind] ?? kind),
        words.none,
      ),
    ],
    [
      words.matters,
      joined(
        one.matters.map((matter) => names.get(matter) ?? matter),
        words.noMatter,
      ),
    ],
    [
      words.bodies,
      joined(
        one.bodies.map(({ name }) => name),
        words.none,
      ),
    ],
    [
      text.basis,
      <ul key="basis">
        {one.basis.map((basis) => (
          <li key={basis.article}>{basis.text}</li>
        ))}
      </ul>,
    ],
    [words.term, termOf(one.term)],
    [words.remedy, one.remedy],
    ...some.flatMap(([label, fact]) => (fact === null ? [] : [[label, fact] as const])),
    [words.number, <code key="id">{one.id}</code>],
  ];
}

function One({ id, registry }: { readonly id: string; readonly registry: MeasureRegistry }): ReactNode {
  const one = registry.measures.find((measure) => measure.id === id);
  const crumbs = [{ href: hrefOf("/measures"), word: text.crumb }];
  if (one === undefined)
    return (
      <>
        <PageHead title={text.absent} crumbs={crumbs} />
        <EmptyState title={text.absent} scope={text.absentScope(registry.day)} next={crumbs[0]} />
      </>
    );
  return (
    <>
      <PageHead
        title={one.name}
        crumbs={crumbs}
        meta={[
          <StatusMark key="state" {...stateStatus(one.state)} />,
          text.kinds[one.kind],
          ...(one.className === null ? [] : [one.className]),
          text.marks[one.mark],
          words.version(one.version),
        ]}
      />
      <Chapter title={words.title}>
        <Facts facts={factsOf(one, registry)} />
      </Chapter>
    </>
  );
}

export function Room({ slots }: RoomProps): ReactNode {
  const registry = useMeasures();
  return <Read of={registry}>{(told) => <One id={slots["measure"] ?? ""} registry={told} />}</Read>;
}
