-- Case files of listings.
create schema lists;
grant usage on schema lists to xinheng_app;
