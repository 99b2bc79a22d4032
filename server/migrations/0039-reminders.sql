-- A third feed: which organisations are to be reminded of what, for the gateway that the centre's operator names (短信等).
alter table endpoints.endpoint drop constraint endpoint_feed_check;
alter table endpoints.endpoint add constraint endpoint_feed_check check (feed in ('withdrawals', 'recalls', 'reminders'));
