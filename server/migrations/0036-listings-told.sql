-- Offices are told how many came onto a list and off it: the newest such steps, without reading every case.
create index step_told on lists.step (at) where kind in ('decision-served', 'exit-approved', 'repaired');
