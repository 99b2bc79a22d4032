-- What a department has sent and what still waits for a person is not concealed: figures ask by the document's number.
create or replace view ingest.pub_question as
  select batch, row, sheet, state, decided_at, candidate -> 'facts' ->> 'documentNo' as document_no from ingest.question;
create index question_document on ingest.question ((candidate -> 'facts' ->> 'documentNo')) where state = 'open';
