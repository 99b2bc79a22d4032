-- A code is looked for also without its first two characters, from the area on, and by its end. Middles are not: an index
-- of all parts of codes made storing a subject five times as slow.
create index subject_code_from_area on subject.subject (substr(subject, 3) text_pattern_ops);
create index subject_code_reversed on subject.subject (reverse(subject) text_pattern_ops);
