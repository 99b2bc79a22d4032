-- A commitment that was signed on paper at a hall: which hall registered it, and the signed paper. Null where the subject signed it
-- in its portal.
alter table commitment.commitment
  add column registrar text,
  add column paper_title text,
  add column paper_digest text check (paper_digest ~ '^[0-9a-f]{64}$'),
  add check ((registrar is null) = (paper_digest is null)),
  add check ((paper_title is null) = (paper_digest is null)),
  add check (registrar is null or mandate is null);

-- One signed paper is one commitment.
create unique index commitment_paper on commitment.commitment (subject, paper_digest) where paper_digest is not null;
