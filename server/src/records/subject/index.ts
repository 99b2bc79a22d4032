export {
  closeOtherNames,
  confirmName,
  insertNames,
  insertSubjects,
  loadSubjects,
  lockNewSubjects,
  promoteSubjects,
  reviveNames,
  reviveSubjects,
  subjectsByName,
  subjectsByOrganisationCode,
  withdrawKnowledge,
} from "./store.ts";
export type { NewName, NewSubject } from "./store.ts";
export type { KnownName, KnownSubject, Standing } from "./rules.ts";
