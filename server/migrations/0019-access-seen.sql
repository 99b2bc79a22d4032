-- Whether a subject was counted is asked by the whole key. Beside it an index over the day alone was taken for it by plans
-- made while the table was empty, and read all subjects of the day; days are forgotten once a day and need none.
drop index access.seen_day;
