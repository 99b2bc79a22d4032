import type { PolicySnapshot } from "../../../policy/snapshot.ts";
import type { Basis, Mark } from "../../../policy/source.ts";
import { cite } from "./citation.ts";
import type { Citation } from "./citation.ts";

/** One step of a guide: a day or an occasion, what to do, and the article that says so. */
export interface Step {
  readonly when: string;
  readonly head: string;
  readonly says: readonly string[];
  /** Empty where the step speaks of this platform alone. */
  readonly basis: readonly Basis[];
  /** Null exactly where there is no basis. */
  readonly mark: Mark | null;
}

/** Steps under one heading, in order. */
export interface GuideChapter {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly steps: readonly Step[];
}

/** A guide of `policy/guidance/guides.yaml`, read at `/guide/{id}`. */
export interface Guide {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly chapters: readonly GuideChapter[];
}

export interface GuideIndexModel {
  readonly guides: readonly {
    readonly when: string;
    readonly title: string;
    readonly says: string;
    readonly href: string;
  }[];
}

export interface GuideModel {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly chapters: readonly {
    readonly id: string;
    readonly title: string;
    readonly note: string;
    readonly steps: readonly {
      readonly when: string;
      readonly head: string;
      readonly says: readonly string[];
      readonly citations: readonly Citation[];
    }[];
  }[];
  readonly next: readonly { readonly href: string; readonly word: string }[];
}

export function guideHref(id: string): string {
  return `/guide/${encodeURIComponent(id)}`;
}

/** @param occasion in which case one takes the guide, by its id. */
export function guideIndexModel(guides: readonly Guide[], occasion: Readonly<Record<string, string>>): GuideIndexModel {
  return {
    guides: guides.map(({ id, title, says }) => ({ when: occasion[id] ?? "", title, says, href: guideHref(id) })),
  };
}

/** @param next where one goes on from every guide. */
export function guideModel(
  guide: Guide,
  made: {
    readonly policy: Pick<PolicySnapshot, "sources">;
    readonly guides: readonly Guide[];
    readonly next: GuideModel["next"];
  },
): GuideModel {
  const others = made.guides.filter((one) => one.id !== guide.id);
  return {
    ...guide,
    chapters: guide.chapters.map((chapter) => ({
      ...chapter,
      steps: chapter.steps.map(({ when, head, says, basis, mark }) => ({
        when,
        head,
        says,
        citations: basis.map((one) => cite(made.policy, one, mark ?? undefined)),
      })),
    })),
    next: [...others.map(({ id, title }) => ({ href: guideHref(id), word: title })), ...made.next],
  };
}
