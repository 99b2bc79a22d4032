export {
  closeOtherNames, confirmName, insertNames, insertSubjects, loadSubjects, lockNewSubjects, promoteSubjects,
  subjectsByName, subjectsByOrganisationCode,
} from "./store.ts";
export type { NewName, NewSubject } from "./store.ts";
export type { KnownName, KnownSubject, Standing } from "./rules.ts";
