-- What was told once stays told.
select 1;
