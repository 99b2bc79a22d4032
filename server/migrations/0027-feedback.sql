-- What officers did after a check.
create schema feedback;
grant usage on schema feedback to xinheng_app;
